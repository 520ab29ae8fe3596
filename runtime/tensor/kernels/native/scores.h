// What both kinds of attention do with keys and with rows of scores.
#pragma once

#include <algorithm>

#include "vector.h"

namespace prorl {

/** The next multiple of LANES. */
inline long padded(long count) { return (count + LANES - 1) / LANES * LANES; }

/** exp(score scale - shift) in place for the first `seen`, 0 up to `count`; their sum. */
inline float exponentials(float* scores, long seen, long count, float scale, float shift) {
  Vector total{};
  const Vector by = splat(scale), minus = splat(shift);
  for (long j = 0; j < seen; j += LANES) {
    const Vector e = exponential(load(scores + j) * by - minus);
    store(scores + j, e);
    if (j + LANES <= seen) total += e;
  }
  std::fill(scores + seen, scores + count, 0.0f);
  if (seen % LANES != 0) total += load(scores + seen / LANES * LANES);
  return sum(total);
}

inline float highest(const float* scores, long count) {
  long j = LANES;
  Vector bests = count < LANES ? splat(scores[0]) : load(scores);
  for (; j + LANES <= count; j += LANES) bests = load(scores + j) > bests ? load(scores + j) : bests;
  float best = greatest(bests);
  for (j = count < LANES ? 1 : j; j < count; j++) best = std::max(best, scores[j]);
  return best;
}

}  // namespace prorl
