#include "product.h"

#include "vector.h"

namespace prorl {
namespace {

/** Rows and registers of a tile of c: with AVX-512's 32 registers, 24 hold sums. */
constexpr int ROWS = 6;
constexpr int WIDE = LANES == 16 ? 4 : 2;

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

}  // namespace

void multiply(long m, long n, long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add) {
  long j = 0;
  for (; j + WIDE * LANES <= n; j += WIDE * LANES) column<WIDE>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
  for (; j + 2 * LANES <= n; j += 2 * LANES) column<2>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
  for (; j + LANES <= n; j += LANES) column<1>(m, k, a, b + j, rowOfB, c + j, rowOfC, add);
}

}  // namespace prorl
