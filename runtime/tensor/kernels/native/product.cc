#include "product.h"

#include <algorithm>

#include "pool.h"
#include "vector.h"

namespace prorl {
namespace {

/** Rows and registers of a tile of c: with AVX-512's 32 registers, 24 hold sums. */
constexpr int ROWS = 6;
constexpr int WIDE = LANES == 16 ? 4 : 2;
/** Columns of a panel of b, and rows of it at a time: together they stay in the processor's first cache. */
constexpr long PANEL = WIDE * LANES;
constexpr long DEPTH = LANES == 16 ? 128 : 192;

template <int R, int C>
inline void tile(long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add) {
  Vector sums[R][C];
#pragma GCC unroll 8
  for (int r = 0; r < R; r++)
#pragma GCC unroll 4
    for (int j = 0; j < C; j++) sums[r][j] = add ? load(c + r * rowOfC + j * LANES) : Vector{};
  for (long i = 0; i < k; i++) {
    Vector row[C];
#pragma GCC unroll 4
    for (int j = 0; j < C; j++) row[j] = load(b + i * rowOfB + j * LANES);
#pragma GCC unroll 8
    for (int r = 0; r < R; r++) {
      const Vector factor = splat(a.data[r * a.row + i * a.column]);
#pragma GCC unroll 4
      for (int j = 0; j < C; j++) sums[r][j] += factor * row[j];
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < R; r++)
#pragma GCC unroll 4
    for (int j = 0; j < C; j++) store(c + r * rowOfC + j * LANES, sums[r][j]);
}

template <int C>
void column(long m, long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add) {
  long i = 0;
  const auto at = [&](long row) { return Matrix{a.data + row * a.row, a.row, a.column}; };
  for (; i + ROWS <= m; i += ROWS) tile<ROWS, C>(k, at(i), b, rowOfB, c + i * rowOfC, rowOfC, add);
  float* rest = c + i * rowOfC;
  switch (m - i) {
    case 5: return tile<5, C>(k, at(i), b, rowOfB, rest, rowOfC, add);
    case 4: return tile<4, C>(k, at(i), b, rowOfB, rest, rowOfC, add);
    case 3: return tile<3, C>(k, at(i), b, rowOfB, rest, rowOfC, add);
    case 2: return tile<2, C>(k, at(i), b, rowOfB, rest, rowOfC, add);
    case 1: return tile<1, C>(k, at(i), b, rowOfB, rest, rowOfC, add);
  }
}

/** Copies `rows` by `columns` of b to rows of PANEL floats, zeros after its end. */
void pack(Matrix b, long rows, long columns, float* to) {
  for (long i = 0; i < rows; i++) {
    float* row = to + i * PANEL;
    const float* from = b.data + i * b.row;
    if (b.column == 1) std::copy(from, from + columns, row);
    else
      for (long j = 0; j < columns; j++) row[j] = from[j * b.column];
    std::fill(row + columns, row + PANEL, 0.0f);
  }
}

/** Rows of c that one piece of work computes of a panel: enough to pay for packing, and enough pieces for all threads. */
long rowsOfPiece(long m, long panels) {
  const long pieces = std::max(1L, 16 / panels);
  const long rows = std::max(96L, (m + pieces - 1) / pieces);
  return (rows + ROWS - 1) / ROWS * ROWS;
}

}  // namespace

void multiply(long m, long n, long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add) {
  long j = 0;
  for (; j + PANEL <= n; j += PANEL) column<WIDE>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
  for (; j + 2 * LANES <= n; j += 2 * LANES) column<2>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
  for (; j + LANES <= n; j += LANES) column<1>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
}

void product(long m, long n, long k, Matrix a, Matrix b, float* c) {
  const long panels = (n + PANEL - 1) / PANEL;
  const long piece = rowsOfPiece(m, panels);
  const long pieces = (m + piece - 1) / piece;
  forEach(panels * pieces, [&](long task) {
    const long from = task / panels * piece;
    const long rows = std::min(piece, m - from);
    const long left = task % panels * PANEL;
    const long columns = std::min(PANEL, n - left);
    // Whole registers are written: where c ends before, through a place of our own.
    const long width = (columns + LANES - 1) / LANES * LANES;
    const bool whole = width == columns;
    float* panel = scratch(DEPTH * PANEL + (whole ? 0 : rows * PANEL));
    float* out = whole ? c + from * n + left : panel + DEPTH * PANEL;
    const long rowOfOut = whole ? n : PANEL;
    for (long i = 0; i < k; i += DEPTH) {
      const long depth = std::min(DEPTH, k - i);
      pack({b.data + i * b.row + left * b.column, b.row, b.column}, depth, columns, panel);
      const Matrix part{a.data + from * a.row + i * a.column, a.row, a.column};
      multiply(rows, width, depth, part, panel, PANEL, out, rowOfOut, i > 0);
    }
    if (whole) return;
    for (long r = 0; r < rows; r++) std::copy(out + r * PANEL, out + r * PANEL + columns, c + (from + r) * n + left);
  });
}

}  // namespace prorl
