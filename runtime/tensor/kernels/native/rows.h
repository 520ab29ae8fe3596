// What is done row by row, in training and in decoding.
#pragma once

#include <algorithm>
#include <cmath>

#include "pool.h"
#include "vector.h"

namespace prorl {

/** Calls `work(from, to)` for runs of rows of about so many numbers. What it does to a row must not depend on the run. */
template <typename Work>
void byRows(long rows, long width, const Work& work, long numbers = 16384) {
  const long run = std::max(1L, numbers / width);
  forEach((rows + run - 1) / run, [&](long i) { work(i * run, std::min(rows, (i + 1) * run)); });
}

inline Vector sigmoid(Vector x) { return 1.0f / (1.0f + exponential(-x)); }

/** y = x inverse gain of one row; gives inverse = 1 / sqrt(mean(x^2) + epsilon). */
inline float normRow(const float* x, const float* gain, long width, float epsilon, float* y) {
  Vector squares{};
  for (long i = 0; i < width; i += LANES) squares += load(x + i) * load(x + i);
  const float inverse = 1.0f / std::sqrt(sum(squares) / width + epsilon);
  for (long i = 0; i < width; i += LANES) store(y + i, load(x + i) * splat(inverse) * load(gain + i));
  return inverse;
}

/** Turns the pairs (i, i + half) of one head by the angles of `half` cosines and sines. `to` may be `from`. */
inline void rotateHead(const float* from, const float* cosines, const float* sines, float direction, long half, float* to) {
  for (long i = 0; i < half; i++) {
    const float a = from[i], b = from[i + half], across = direction * sines[i];
    to[i] = a * cosines[i] - b * across;
    to[i + half] = b * cosines[i] + a * across;
  }
}

}  // namespace prorl
