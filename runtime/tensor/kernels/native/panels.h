#pragma once

#include "product.h"
#include "vector.h"

namespace prorl {

/** Columns of a panel: a panel of a matrix [k, n] holds PANEL of its columns, row after row, zeros past the last. */
constexpr int PANEL = 2 * LANES;

/** Most rows of a tile of sums: with AVX-512's 32 registers, 28 hold sums; with 16 registers, 12. */
constexpr int TILE = LANES == 16 ? 14 : 6;

/** to[i * width + j] = from(i, j) for i < k and j < count, 0 for other j < width. */
void packColumns(Matrix from, long k, long count, long width, float* to);

/**
 * c [rows, columns] (+)= a b over k: a is packed by `packColumns` of its transpose, `rows` wide, and b is a panel. Rows of
 * c are `rowOfC` apart. Each element is summed in the order of k. `ahead` is memory that will be read soon, `lines` cache
 * lines of it to each of the k.
 */
void tile(long rows, long columns, long k, const float* a, const float* b, float* c, long rowOfC, bool add,
          const float* ahead, int lines);

}  // namespace prorl
