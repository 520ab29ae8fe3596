#include "decode-attention.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "panels.h"
#include "pool.h"
#include "product.h"
#include "scores.h"
#include "vector.h"

namespace prorl {
namespace {

/** Rows that are done together at most, so that all threads get some. */
constexpr long TOGETHER = 16;

/** Where runs of rows with one prompt begin, and the end. */
std::vector<long> runsOf(const DecodeStep& at) {
  std::vector<long> runs;
  for (long a = 0; a < at.rows; a++) {
    const bool same = a > 0 && at.places[3 * a + 1] == at.places[3 * a - 2];
    if (!same || a - runs.back() == TOGETHER) runs.push_back(a);
  }
  runs.push_back(at.rows);
  return runs;
}

}  // namespace

void decodeAttention(const DecodeStep& at, const DecodeCache& cache, const float* projected, float* out) {
  const long width = at.headWidth, keyStride = at.keys(), stride = at.projected(), own = at.step + 1;
  const long perGroup = at.heads / at.keyValueHeads, ownStride = padded(own);
  const float scale = 1.0f / std::sqrt(static_cast<float>(width));
  const std::vector<long> runs = runsOf(at);
  forEach((runs.size() - 1) * at.keyValueHeads, [&](long task) {
    const long from = runs[task / at.keyValueHeads], to = runs[task / at.keyValueHeads + 1];
    const long offset = task % at.keyValueHeads * width, P = at.places[3 * from + 2];
    const long prompt = at.places[3 * from + 1] * keyStride + offset;
    const long M = (to - from) * perGroup, promptStride = padded(P), scoreStride = promptStride + ownStride;
    float* columns = scratch(promptStride * width + M * (scoreStride + width));
    float* scores = columns + promptStride * width;
    float* mixed = scores + M * scoreStride;
    packColumns({cache.promptKeys + prompt, 1, keyStride}, width, P, promptStride, columns);
    for (long a = from; a < to; a++) {
      const float* queries = projected + a * stride + offset * perGroup;
      const float* key = projected + a * stride + at.queries() + offset;
      float* rowScores = scores + (a - from) * perGroup * scoreStride;
      float* keys = cache.slotKeys + (at.places[3 * a] * keyStride + offset) * at.capacity;
      float* values = cache.slotValues + at.places[3 * a] * at.capacity * keyStride + offset;
      for (long c = 0; c < width; c++) keys[c * at.capacity + at.step] = key[c];
      std::copy_n(key + keyStride, width, values + at.step * keyStride);
      multiply(perGroup, promptStride, width, {queries, width, 1}, columns, promptStride, rowScores, scoreStride, false);
      multiply(perGroup, ownStride, width, {queries, width, 1}, keys, at.capacity, rowScores + promptStride, scoreStride,
               false);
      for (long g = 0; g < perGroup; g++) {
        float* row = rowScores + g * scoreStride;
        const float shift = std::max(highest(row, P), highest(row + promptStride, own)) * scale;
        const float total = exponentials(row, P, promptStride, scale, shift) +
                            exponentials(row + promptStride, own, ownStride, scale, shift);
        for (long j = 0; j < scoreStride; j += LANES) store(row + j, load(row + j) * splat(1.0f / total));
      }
      multiply(perGroup, width, own, {rowScores + promptStride, scoreStride, 1}, values, keyStride,
               mixed + (a - from) * perGroup * width, width, false);
    }
    multiply(M, width, P, {scores, scoreStride, 1}, cache.promptValues + prompt, keyStride, mixed, width, true);
    for (long a = from; a < to; a++)
      std::copy_n(mixed + (a - from) * perGroup * width, perGroup * width, out + a * at.queries() + offset * perGroup);
  });
}

}  // namespace prorl
