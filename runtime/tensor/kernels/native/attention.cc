// Attention over a packed batch: causal, heads in groups of one key and value head, a prefix shared by segments.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "op.h"
#include "panels.h"
#include "pool.h"
#include "product.h"
#include "scores.h"
#include "vector.h"

namespace prorl {
namespace {

/** Query rows of one head that are done together. */
constexpr long BLOCK = 48;

struct Segment {
  int start, length, prefixStart, prefixLength;
};

struct Layout {
  long rows, heads, keyValueHeads, width;
  const Segment* segments;
  long count;

  long queryStride() const { return heads * width; }
  long keyStride() const { return keyValueHeads * width; }
  float scale() const { return 1.0f / std::sqrt(static_cast<float>(width)); }
};

/** Inputs q, k and v come first in both operations. */
Layout layoutOf(const Call& call, int segments, int heads) {
  const int* counts = call.integers(heads);
  return {call.length(0, 0),
          counts[0],
          counts[1],
          call.length(0, 1) / counts[0],
          reinterpret_cast<const Segment*>(call.integers(segments)),
          call.length(segments, 0)};
}

/** Keys or values of one head that a segment sees, its prefix first: [T, width]. */
void gather(const Segment& s, const float* x, long stride, long width, float* rows) {
  for (long j = 0; j < s.prefixLength + s.length; j++) {
    const long row = j < s.prefixLength ? s.prefixStart + j : s.start + j - s.prefixLength;
    std::copy(x + row * stride, x + row * stride + width, rows + j * width);
  }
}

/** Segments by the rows that they write gradients to: those with one prefix belong to one thread, in their order. */
std::vector<std::vector<Segment>> families(const Layout& layout) {
  std::map<int, std::vector<Segment>> found;
  for (long s = 0; s < layout.count; s++) {
    const Segment& segment = layout.segments[s];
    if (segment.length == 0) continue;
    found[segment.prefixLength > 0 ? segment.prefixStart : segment.start].push_back(segment);
  }
  std::vector<std::vector<Segment>> result;
  for (auto& [_, segments] : found) result.push_back(std::move(segments));
  return result;
}

}  // namespace

/** out = softmax(q k^T / sqrt(width)) v; normalisers: of each row and head, the highest score and 1 / sum exp(score - it). */
void attention(Call& call) {
  const Layout at = layoutOf(call, 3, 4);
  const float *q = call.floats(0), *k = call.floats(1), *v = call.floats(2);
  float* out = call.output(0, {at.rows, at.queryStride()});
  float* normalisers = call.output(1, {at.rows, 2 * at.heads});
  long covered = 0;
  for (long s = 0; s < at.count; s++)
    covered = std::max<long>(covered, at.segments[s].start + at.segments[s].length);
  // Rows of no segment come last.
  std::fill(out + covered * at.queryStride(), out + at.rows * at.queryStride(), 0.0f);
  std::fill(normalisers + covered * 2 * at.heads, normalisers + at.rows * 2 * at.heads, 0.0f);
  const long perGroup = at.heads / at.keyValueHeads;
  forEach(at.count * at.keyValueHeads, [&](long task) {
    const Segment s = at.segments[task / at.keyValueHeads];
    const long group = task % at.keyValueHeads;
    const long T = s.prefixLength + s.length, stride = padded(T), width = at.width;
    float* keys = scratch(2 * T * width + stride * width + BLOCK * stride);
    float* values = keys + T * width;
    float* columns = values + T * width;
    float* scores = columns + stride * width;
    gather(s, k + group * width, at.keyStride(), width, keys);
    gather(s, v + group * width, at.keyStride(), width, values);
    packColumns({keys, 1, width}, width, T, stride, columns);
    for (long h = group * perGroup; h < (group + 1) * perGroup; h++) {
      for (long i = 0; i < s.length; i += BLOCK) {
        const long rows = std::min<long>(BLOCK, s.length - i);
        const long seen = s.prefixLength + i + rows, count = padded(seen);
        const long place = (s.start + i) * at.queryStride() + h * width;
        multiply(rows, count, width, {q + place, at.queryStride(), 1}, columns, stride, scores, stride, false);
        for (long r = 0; r < rows; r++) {
          float* row = scores + r * stride;
          const long own = s.prefixLength + i + r + 1;
          const float shift = highest(row, own) * at.scale();
          const float inverse = 1.0f / exponentials(row, own, count, at.scale(), shift);
          for (long j = 0; j < count; j += LANES) store(row + j, load(row + j) * splat(inverse));
          float* normaliser = normalisers + ((s.start + i + r) * at.heads + h) * 2;
          normaliser[0] = shift;
          normaliser[1] = inverse;
        }
        multiply(rows, width, seen, {scores, stride, 1}, values, width, out + place, at.queryStride(), false);
      }
    }
  });
}

/**
 * With P the weights of `attention`: dv = P^T dout, dS = P (dout v^T - rowsum(dout out)) / sqrt(width), dq = dS k and
 * dk = dS^T q (Dao et al. 2022, arXiv:2205.14135, appendix B.2).
 */
void attentionGradient(Call& call) {
  const Layout at = layoutOf(call, 5, 7);
  const float *q = call.floats(0), *k = call.floats(1), *v = call.floats(2), *out = call.floats(3);
  const float *normalisers = call.floats(4), *dout = call.floats(6);
  float* dq = call.output(0, {at.rows, at.queryStride()});
  float* dk = call.output(1, {at.rows, at.keyStride()});
  float* dv = call.output(2, {at.rows, at.keyStride()});
  std::fill(dq, dq + at.rows * at.queryStride(), 0.0f);
  std::fill(dk, dk + at.rows * at.keyStride(), 0.0f);
  std::fill(dv, dv + at.rows * at.keyStride(), 0.0f);
  const long perGroup = at.heads / at.keyValueHeads;
  const auto related = families(at);
  forEach(related.size() * at.keyValueHeads, [&](long task) {
    const long group = task % at.keyValueHeads, width = at.width;
    for (const Segment& s : related[task / at.keyValueHeads]) {
      const long T = s.prefixLength + s.length, stride = padded(T);
      float* keys = scratch(4 * T * width + 2 * stride * width + 2 * BLOCK * stride);
      float* values = keys + T * width;
      float* keyGradients = values + T * width;
      float* valueGradients = keyGradients + T * width;
      float* keyColumns = valueGradients + T * width;
      float* valueColumns = keyColumns + stride * width;
      float* weights = valueColumns + stride * width;
      float* dscores = weights + BLOCK * stride;
      gather(s, k + group * width, at.keyStride(), width, keys);
      gather(s, v + group * width, at.keyStride(), width, values);
      packColumns({keys, 1, width}, width, T, stride, keyColumns);
      packColumns({values, 1, width}, width, T, stride, valueColumns);
      std::fill(keyGradients, keyGradients + 2 * T * width, 0.0f);
      for (long h = group * perGroup; h < (group + 1) * perGroup; h++) {
        for (long i = 0; i < s.length; i += BLOCK) {
          const long rows = std::min<long>(BLOCK, s.length - i);
          const long seen = s.prefixLength + i + rows, count = padded(seen);
          const long place = (s.start + i) * at.queryStride() + h * width;
          const Matrix queries{q + place, at.queryStride(), 1}, douts{dout + place, at.queryStride(), 1};
          multiply(rows, count, width, queries, keyColumns, stride, weights, stride, false);
          multiply(rows, count, width, douts, valueColumns, stride, dscores, stride, false);
          for (long r = 0; r < rows; r++) {
            float *weight = weights + r * stride, *dscore = dscores + r * stride;
            const float* normaliser = normalisers + ((s.start + i + r) * at.heads + h) * 2;
            exponentials(weight, s.prefixLength + i + r + 1, count, at.scale(), normaliser[0]);
            const long row = place + r * at.queryStride();
            Vector products{};
            for (long c = 0; c < width; c += LANES) products += load(dout + row + c) * load(out + row + c);
            const Vector along = splat(sum(products)), by = splat(at.scale()), inverse = splat(normaliser[1]);
            for (long j = 0; j < count; j += LANES) {
              const Vector p = load(weight + j) * inverse;
              store(weight + j, p);
              store(dscore + j, p * (load(dscore + j) - along) * by);
            }
          }
          multiply(rows, width, seen, {dscores, stride, 1}, keys, width, dq + place, at.queryStride(), false);
          multiply(seen, width, rows, {dscores, 1, stride}, q + place, at.queryStride(), keyGradients, width, true);
          multiply(seen, width, rows, {weights, 1, stride}, dout + place, at.queryStride(), valueGradients, width, true);
        }
      }
      for (long j = 0; j < T; j++) {
        const long row = j < s.prefixLength ? s.prefixStart + j : s.start + j - s.prefixLength;
        const long to = row * at.keyStride() + group * width;
        for (long c = 0; c < width; c += LANES) {
          store(dk + to + c, load(dk + to + c) + load(keyGradients + j * width + c));
          store(dv + to + c, load(dv + to + c) + load(valueGradients + j * width + c));
        }
      }
    }
  });
}

}  // namespace prorl
