// Log probabilities of chosen columns, and their gradient: rows are long, so each is gone through while it is in a cache.
#include <cmath>

#include "op.h"
#include "rows.h"
#include "scores.h"

namespace prorl {
namespace {

/** Sum of exp(x - shift). */
float exponentialSum(const float* x, long count, float shift) {
  Vector total{};
  const long whole = count / LANES * LANES;
  for (long j = 0; j < whole; j += LANES) total += exponential(load(x + j) - splat(shift));
  float rest = 0;
  for (long j = whole; j < count; j++) rest += std::exp(x[j] - shift);
  return sum(total) + rest;
}

}  // namespace

/** Of each row: x[target] - log sum exp x, and the latter. */
void chosenLogprobs(Call& call) {
  const long rows = call.length(0, 0), columns = call.length(0, 1);
  call.expect(columns > 0, 0, "is empty");
  call.expect(call.size(1) == rows, 1, "has the wrong size");
  const float* x = call.floats(0);
  const int* targets = call.integers(1);
  for (long r = 0; r < rows; r++)
    call.expect(targets[r] >= 0 && targets[r] < columns, 1, "names a column that is not there");
  float *chosen = call.output(0, {rows}), *sums = call.output(1, {rows});
  byRows(rows, columns, [=](long from, long to) {
    for (long r = from; r < to; r++) {
      const float *row = x + r * columns, shift = highest(row, columns);
      sums[r] = shift + std::log(exponentialSum(row, columns, shift));
      chosen[r] = row[targets[r]] - sums[r];
    }
  });
}

/** dx = dy (onehot(target) - exp(x - sum)), the sums being what `chosenLogprobs` gave. */
void chosenLogprobsGradient(Call& call) {
  const long rows = call.length(0, 0), columns = call.length(0, 1);
  for (int input = 1; input < 4; input++) call.expect(call.size(input) == rows, input, "has the wrong size");
  const float *x = call.floats(0), *sums = call.floats(2), *dy = call.floats(3);
  const int* targets = call.integers(1);
  float* dx = call.output(0, {rows, columns});
  const long whole = columns / LANES * LANES;
  byRows(rows, columns, [=](long from, long to) {
    for (long r = from; r < to; r++) {
      const float* row = x + r * columns;
      float* out = dx + r * columns;
      const Vector shift = splat(sums[r]), by = splat(-dy[r]);
      for (long j = 0; j < whole; j += LANES) store(out + j, by * exponential(load(row + j) - shift));
      for (long j = whole; j < columns; j++) out[j] = -dy[r] * std::exp(row[j] - sums[r]);
      out[targets[r]] += dy[r];
    }
  });
}

}  // namespace prorl
