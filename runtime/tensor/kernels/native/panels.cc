#include "panels.h"

#include <algorithm>

namespace prorl {
namespace {

template <int R>
void whole(long k, const float* a, const float* b, float* c, long rowOfC, bool add, const float* ahead, int lines) {
  Vector sums[R][2];
#pragma GCC unroll 16
  for (int r = 0; r < R; r++) {
    sums[r][0] = add ? load(c + r * rowOfC) : Vector{};
    sums[r][1] = add ? load(c + r * rowOfC + LANES) : Vector{};
  }
  const long step = lines * 16, second = lines > 1 ? 16 : 0;
  for (long i = 0; i < k; i++) {
    __builtin_prefetch(ahead, 0, 2);
    __builtin_prefetch(ahead + second, 0, 2);
    ahead += step;
    const Vector left = load(b), right = load(b + LANES);
#pragma GCC unroll 16
    for (int r = 0; r < R; r++) {
      const Vector factor = splat(a[r]);
      sums[r][0] += factor * left;
      sums[r][1] += factor * right;
    }
    a += R;
    b += PANEL;
  }
#pragma GCC unroll 16
  for (int r = 0; r < R; r++) {
    store(c + r * rowOfC, sums[r][0]);
    store(c + r * rowOfC + LANES, sums[r][1]);
  }
}

using Whole = void (*)(long, const float*, const float*, float*, long, bool, const float*, int);
template <int... R>
struct Table {
  static constexpr Whole of[] = {whole<R>...};
};
#if defined(__AVX512F__)
using Tiles = Table<1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14>;
#else
using Tiles = Table<1, 1, 2, 3, 4, 5, 6>;
#endif

#if defined(__AVX512F__)
/** The lanes before `count`, which may be less than none or more than all. */
inline __mmask16 first(long count) { return count >= 16 ? 0xffff : count <= 0 ? 0 : (1u << count) - 1; }

/** to[i * width + j] = from[j * stride + i] for i < 16 and j < count, 0 for other j up to `wanted` or 16. */
inline void transpose16(const float* from, long stride, float* to, long width, long count, long wanted) {
  __m512 a[16], b[16];
#pragma GCC unroll 16
  for (int i = 0; i < 16; i++) a[i] = i < count ? _mm512_loadu_ps(from + i * stride) : _mm512_setzero_ps();
#pragma GCC unroll 8
  for (int i = 0; i < 16; i += 2) {
    b[i] = _mm512_unpacklo_ps(a[i], a[i + 1]);
    b[i + 1] = _mm512_unpackhi_ps(a[i], a[i + 1]);
  }
#pragma GCC unroll 4
  for (int i = 0; i < 16; i += 4)
#pragma GCC unroll 2
    for (int h = 0; h < 2; h++) {
      a[i + 2 * h] = _mm512_castpd_ps(_mm512_unpacklo_pd(_mm512_castps_pd(b[i + h]), _mm512_castps_pd(b[i + h + 2])));
      a[i + 2 * h + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(_mm512_castps_pd(b[i + h]), _mm512_castps_pd(b[i + h + 2])));
    }
  // a[4 g + j] has, in each quarter q, element 4 q + j of rows 4 g to 4 g + 3.
#pragma GCC unroll 4
  for (int j = 0; j < 4; j++) {
    const __m512 low02 = _mm512_shuffle_f32x4(a[j], a[4 + j], 0x88), low13 = _mm512_shuffle_f32x4(a[j], a[4 + j], 0xdd);
    const __m512 high02 = _mm512_shuffle_f32x4(a[8 + j], a[12 + j], 0x88);
    const __m512 high13 = _mm512_shuffle_f32x4(a[8 + j], a[12 + j], 0xdd);
    b[j] = _mm512_shuffle_f32x4(low02, high02, 0x88);
    b[4 + j] = _mm512_shuffle_f32x4(low13, high13, 0x88);
    b[8 + j] = _mm512_shuffle_f32x4(low02, high02, 0xdd);
    b[12 + j] = _mm512_shuffle_f32x4(low13, high13, 0xdd);
  }
  for (int i = 0; i < 16; i++) _mm512_mask_storeu_ps(to + i * width, first(wanted), b[i]);
}
#endif

/** As `packColumns`, for a matrix whose columns are contiguous. */
void packTransposed(const float* from, long stride, long k, long count, long width, float* to) {
  long i = 0;
#if defined(__AVX512F__)
  for (; i + 16 <= k; i += 16) {
    for (long j = 0; j < width; j += 16)
      transpose16(from + j * stride + i, stride, to + i * width + j, width, count - j, width - j);
  }
#endif
  for (; i < k; i++)
    for (long j = 0; j < width; j++) to[i * width + j] = j < count ? from[j * stride + i] : 0.0f;
}

}  // namespace

void packColumns(Matrix from, long k, long count, long width, float* to) {
  if (from.column != 1) return packTransposed(from.data, from.column, k, count, width, to);
#if defined(__AVX512F__)
  for (long i = 0; i < k; i++)
    for (long j = 0; j < width; j += 16)
      _mm512_mask_storeu_ps(to + i * width + j, first(width - j),
                            _mm512_maskz_loadu_ps(first(count - j), from.data + i * from.row + j));
#else
  for (long i = 0; i < k; i++) {
    const float* row = from.data + i * from.row;
    std::copy_n(row, count, to + i * width);
    std::fill(to + i * width + count, to + (i + 1) * width, 0.0f);
  }
#endif
}

void tile(long rows, long columns, long k, const float* a, const float* b, float* c, long rowOfC, bool add,
          const float* ahead, int lines) {
  if (columns == PANEL) return Tiles::of[rows](k, a, b, c, rowOfC, add, ahead, lines);
  float sums[TILE * PANEL] = {};
  if (add)
    for (long r = 0; r < rows; r++) std::copy_n(c + r * rowOfC, columns, sums + r * PANEL);
  Tiles::of[rows](k, a, b, sums, PANEL, add, ahead, lines);
  for (long r = 0; r < rows; r++) std::copy_n(sums + r * PANEL, columns, c + r * rowOfC);
}

}  // namespace prorl
