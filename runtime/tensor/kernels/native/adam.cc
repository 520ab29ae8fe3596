// AdamW on one weight, in one pass over memory (runtime/model/ops/adam-step.ts).
#include <algorithm>

#include "op.h"
#include "pool.h"
#include "vector.h"

namespace prorl {
namespace {

/** Numbers of one piece of work: a multiple of LANES. */
constexpr long RUN = 65536;

/** In the order in which the operation takes them. */
struct Settings {
  float beta1, rest1, beta2, rest2, epsilon, scale, kept, rate, correction;
};

/** As many numbers as a register holds. */
inline void update(const Settings& by, const float* weight, const float* gradient, float* m, float* v, float* next) {
  const Vector g = load(gradient) * splat(by.scale);
  const Vector mean = load(m) * splat(by.beta1) + g * splat(by.rest1);
  const Vector square = load(v) * splat(by.beta2) + g * g * splat(by.rest2);
  store(m, mean);
  store(v, square);
  const Vector root = squareRoot(square) * splat(by.correction) + splat(by.epsilon);
  store(next, load(weight) * splat(by.kept) - splat(by.rate) * mean / root);
}

}  // namespace

/**
 * Moments in place: m = beta1 m + rest1 g, v = beta2 v + rest2 g^2, g being the gradient times `scale`. The new weight:
 * kept weight - rate m / (correction sqrt(v) + epsilon).
 */
void adam(Call& call) {
  const long count = call.size(0);
  for (int input = 1; input < 4; input++) call.expect(call.size(input) == count, input, "has the wrong size");
  call.expect(call.size(4) * sizeof(float) == sizeof(Settings), 4, "has the wrong size");
  const Settings by = *reinterpret_cast<const Settings*>(call.floats(4));
  const float *weight = call.floats(0), *gradient = call.floats(3);
  float *m = call.written(1), *v = call.written(2), *next = call.outputLike(0, 0);
  forEach((count + RUN - 1) / RUN, [=](long run) {
    const long end = std::min(count, (run + 1) * RUN), whole = end / LANES * LANES;
    for (long i = run * RUN; i < whole; i += LANES) update(by, weight + i, gradient + i, m + i, v + i, next + i);
    if (whole == end) return;
    float last[5][LANES] = {};
    const long rest = end - whole;
    const float* from[] = {weight, gradient, m, v};
    for (int x = 0; x < 4; x++) std::copy_n(from[x] + whole, rest, last[x]);
    update(by, last[0], last[1], last[2], last[3], last[4]);
    float* to[] = {m, v, next};
    for (int x = 0; x < 3; x++) std::copy_n(last[2 + x], rest, to[x] + whole);
  });
}

}  // namespace prorl
