#pragma once

namespace prorl {

/** A matrix in memory: element (i, j) is at data[i * row + j * column]. */
struct Matrix {
  const float* data;
  long row;
  long column;
};

/**
 * c [m, n] (+)= a [m, k] b [k, n]; rows of b and c are contiguous, and n is a multiple of LANES. Each element is summed in
 * one order, always. For small matrices, which stay in the processor's caches.
 */
void multiply(long m, long n, long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add);

}  // namespace prorl
