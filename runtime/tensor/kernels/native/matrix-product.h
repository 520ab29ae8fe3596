#pragma once

#include "product.h"

namespace prorl {

/** Floats that a matrix [k, n] takes in panels. */
long packedSize(long k, long n);

/** b [k, n] in panels, one after the other: what `packedProduct` reads. */
void packMatrix(Matrix b, long k, long n, float* packed);

/** c [m, n] (+)= a [m, k] b, b in panels. Each element is summed in one order, which the shapes say. */
void packedProduct(long m, long n, long k, Matrix a, const float* packed, float* c, bool add = false);

}  // namespace prorl
