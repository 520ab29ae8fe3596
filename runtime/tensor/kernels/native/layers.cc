// Norms, rotations and gates: one pass over memory each, by rows. Widths are multiples of LANES.
#include <algorithm>
#include <cmath>
#include <vector>

#include "op.h"
#include "rows.h"

namespace prorl {

/** y = x inverse gain, inverse = 1 / sqrt(mean(x^2) + epsilon), row by row. */
void rmsNorm(Call& call) {
  const long rows = call.length(0, 0), width = call.length(0, 1);
  const float *x = call.floats(0), *gain = call.floats(1), epsilon = *call.floats(2);
  float *y = call.output(0, {rows, width}), *inverses = call.output(1, {rows});
  byRows(rows, width, [=](long from, long to) {
    for (long r = from; r < to; r++) inverses[r] = normRow(x + r * width, gain, width, epsilon, y + r * width);
  });
}

/** dx = inverse (dy gain - unit mean(dy gain unit)), dgain = sum over rows of dy unit, unit = x inverse. */
void rmsNormGradient(Call& call) {
  const long rows = call.length(0, 0), width = call.length(0, 1);
  const float *x = call.floats(0), *gain = call.floats(1), *inverses = call.floats(2), *dy = call.floats(3);
  float *dx = call.output(0, {rows, width}), *dgain = call.output(1, {width});
  // Parts of the sum by runs of rows, added up in order.
  const long run = std::max(1L, 65536 / width);
  const long runs = (rows + run - 1) / run;
  std::vector<float> parts(runs * width, 0.0f);
  float* const sums = parts.data();
  forEach(runs, [=](long part) {
    float* own = sums + part * width;
    for (long r = part * run; r < std::min(rows, (part + 1) * run); r++) {
      const float *rowX = x + r * width, *rowDy = dy + r * width;
      const Vector inverse = splat(inverses[r]);
      Vector along{};
      for (long i = 0; i < width; i += LANES) {
        // The unit first: x alone may be so large that its product with dy is not finite.
        const Vector dyUnit = load(rowDy + i) * (load(rowX + i) * inverse);
        store(own + i, load(own + i) + dyUnit);
        along += dyUnit * load(gain + i);
      }
      const Vector mean = splat(sum(along) / width);
      for (long i = 0; i < width; i += LANES)
        store(dx + r * width + i, inverse * (load(rowDy + i) * load(gain + i) - load(rowX + i) * inverse * mean));
    }
  });
  std::fill(dgain, dgain + width, 0.0f);
  for (long part = 0; part < runs; part++)
    for (long i = 0; i < width; i++) dgain[i] += sums[part * width + i];
}

/**
 * Turns the pairs (i, i + half) of every head by the row's angles; direction -1 turns back. Cosines and sines are of
 * one head's width, the sines of the first half negated.
 */
void rotate(Call& call) {
  const long rows = call.length(0, 0), channels = call.length(0, 1);
  const long width = call.size(1) / rows, half = width / 2;
  const float *x = call.floats(0), *cosines = call.floats(1), *sines = call.floats(2), direction = *call.floats(3);
  float* y = call.output(0, {rows, channels});
  byRows(rows, channels, [=](long from, long to) {
    for (long r = from; r < to; r++) {
      const float *cosine = cosines + r * width, *sine = sines + r * width + half;
      for (long h = 0; h < channels; h += width)
        rotateHead(x + r * channels + h, cosine, sine, direction, half, y + r * channels + h);
    }
  });
}

/** y = gate sigmoid(gate) up. */
void swiglu(Call& call) {
  const long rows = call.length(0, 0), width = call.length(0, 1);
  const float *gate = call.floats(0), *up = call.floats(1);
  float* y = call.output(0, {rows, width});
  byRows(rows, width, [=](long from, long to) {
    for (long i = from * width; i < to * width; i += LANES) {
      const Vector g = load(gate + i);
      store(y + i, g * sigmoid(g) * load(up + i));
    }
  });
}

/** dup = dy silu(gate); dgate = dy up (s + silu (1 - s)), s = sigmoid(gate). */
void swigluGradient(Call& call) {
  const long rows = call.length(0, 0), width = call.length(0, 1);
  const float *gate = call.floats(0), *up = call.floats(1), *dy = call.floats(2);
  float *dgate = call.output(0, {rows, width}), *dup = call.output(1, {rows, width});
  byRows(rows, width, [=](long from, long to) {
    for (long i = from * width; i < to * width; i += LANES) {
      const Vector g = load(gate + i), d = load(dy + i), s = sigmoid(g), silu = g * s;
      store(dup + i, d * silu);
      store(dgate + i, d * load(up + i) * (s + silu * (1.0f - s)));
    }
  });
}

}  // namespace prorl
