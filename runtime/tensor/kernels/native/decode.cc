// A step of decoding: rows are few, so that a layer is one operation, on weights that were packed beforehand.
#include "decode-attention.h"
#include "matrix-product.h"
#include "op.h"
#include "rows.h"
#include "scores.h"

namespace prorl {
namespace {

/** Weights in panels, and a bias, which may be empty. */
struct Linear {
  const float* panels;
  const float* bias;
  long out, in;
};

/** y (+)= x W + b. */
void apply(const Linear& linear, long rows, const float* x, float* y, bool add) {
  packedProduct(rows, linear.out, linear.in, {x, linear.in, 1}, linear.panels, y, add);
  if (linear.bias == nullptr) return;
  byRows(rows, linear.out, [&](long from, long to) {
    for (long r = from; r < to; r++)
      for (long i = 0; i < linear.out; i++) y[r * linear.out + i] += linear.bias[i];
  });
}

void norm(long rows, long width, const float* x, const float* gain, float epsilon, float* y) {
  byRows(rows, width, [=](long from, long to) {
    for (long r = from; r < to; r++) normRow(x + r * width, gain, width, epsilon, y + r * width);
  });
}

/** Queries and keys, normed by head where there are gains, and turned. */
void turn(const DecodeStep& at, const float* gains, float epsilon, const float* cosines, const float* sines,
          float* projected) {
  const long width = at.headWidth, half = width / 2;
  byRows(at.rows, at.projected(), [=](long from, long to) {
    for (long r = from; r < to; r++)
      for (long h = 0; h < at.heads + at.keyValueHeads; h++) {
        float* head = projected + r * at.projected() + h * width;
        if (gains != nullptr) normRow(head, gains + h * width, width, epsilon, head);
        rotateHead(head, cosines + r * width, sines + r * width + half, 1.0f, half, head);
      }
  });
}

/** inner = silu(gate) up; a row of `both` has gate first. */
void gated(long rows, long width, const float* both, float* inner) {
  byRows(rows, width, [=](long from, long to) {
    for (long r = from; r < to; r++)
      for (long i = 0; i < width; i += LANES) {
        const Vector gate = load(both + 2 * r * width + i), up = load(both + (2 * r + 1) * width + i);
        store(inner + r * width + i, gate * sigmoid(gate) * up);
      }
  });
}

/** Of a row of scores, its softmax in place. */
void softmax(float* row, long count, float scale) {
  const float shift = highest(row, count) * scale;
  const long rest = count % LANES, whole = count - rest;
  float last[LANES];
  std::copy_n(row + whole, rest, last);
  const float total =
      exponentials(row, whole, whole, scale, shift) + exponentials(last, rest, padded(rest), scale, shift);
  std::copy_n(last, rest, row + whole);
  for (long j = 0; j < whole; j += LANES) store(row + j, load(row + j) / splat(total));
  for (long j = whole; j < count; j++) row[j] /= total;
}

}  // namespace

/** Throws where a layer's inputs do not have the sizes that the shape, the rows and the cache say. */
void check(const Call& call, const DecodeStep& at, long width, long hidden) {
  const auto size = [&](int input, long wanted) { call.expect(call.size(input) == wanted, input, "has the wrong size"); };
  const auto optional = [&](int input, long wanted) {
    if (call.size(input) != 0) size(input, wanted);
  };
  call.expect(at.rows > 0 && width % LANES == 0 && hidden % LANES == 0 && at.headWidth % LANES == 0, 20,
              "has widths that registers do not divide");
  const long headed = at.queries() + at.keys();
  size(1, width);
  size(2, packedSize(width, at.projected()));
  optional(3, at.projected());
  optional(4, headed);
  size(5, at.rows * at.headWidth);
  size(6, at.rows * at.headWidth);
  call.expect(call.length(7, 1) == at.keys(), 7, "has the wrong width");
  size(8, call.size(7));
  call.expect(call.length(9, 0) % at.keys() == 0, 9, "has the wrong size");
  size(10, call.size(9));
  size(11, 3 * at.rows);
  call.expect(at.step >= 0 && at.step < at.capacity, 12, "is past the room of the cache");
  const long slots = call.length(9, 0) / at.keys(), prompts = call.length(7, 0);
  for (long a = 0; a < at.rows; a++) {
    const int *place = at.places + 3 * a;
    call.expect(place[0] >= 0 && place[0] < slots, 11, "names a slot that the cache does not have");
    call.expect(place[1] >= 0 && place[2] > 0 && place[1] + place[2] <= prompts, 11, "names rows that are no prompt's");
  }
  size(13, packedSize(at.queries(), width));
  optional(14, width);
  size(15, width);
  size(16, packedSize(width, 2 * hidden));
  optional(17, 2 * hidden);
  size(18, packedSize(hidden, width));
  optional(19, width);
}

/**
 * One layer for the next token of each row, as runtime/model/transformer.ts has it: y [rows, width]. Keys of the cache
 * are transposed, [slots * keys, capacity]; values are [slots * capacity, keys]. Empty biases and gains are none.
 */
void decodeLayer(Call& call) {
  const int* shape = call.integers(20);
  const DecodeStep at{call.length(0, 0), shape[0],          shape[1], shape[2], call.integers(11),
                      *call.integers(12), call.length(9, 1)};
  const DecodeCache cache{call.floats(7), call.floats(8), call.written(9), call.written(10)};
  const auto optional = [&](int input) { return call.size(input) == 0 ? nullptr : call.floats(input); };
  const long rows = at.rows, width = call.length(0, 1), hidden = shape[3];
  check(call, at, width, hidden);
  const float *x = call.floats(0), epsilon = *call.floats(21);
  float* y = call.output(0, {rows, width});
  float* normed = scratch(rows * (width + at.projected() + at.queries() + 3 * hidden), Place::operation);
  float* projected = normed + rows * width;
  float* mixed = projected + rows * at.projected();
  float* both = mixed + rows * at.queries();
  float* inner = both + rows * 2 * hidden;
  norm(rows, width, x, call.floats(1), epsilon, normed);
  apply({call.floats(2), optional(3), at.projected(), width}, rows, normed, projected, false);
  turn(at, optional(4), epsilon, call.floats(5), call.floats(6), projected);
  decodeAttention(at, cache, projected, mixed);
  std::copy_n(x, rows * width, y);
  apply({call.floats(13), optional(14), width, at.queries()}, rows, mixed, y, true);
  norm(rows, width, y, call.floats(15), epsilon, normed);
  apply({call.floats(16), optional(17), 2 * hidden, width}, rows, normed, both, false);
  gated(rows, hidden, both, inner);
  apply({call.floats(18), optional(19), width, hidden}, rows, inner, y, true);
}

/** softmax(scale norm(x) E^T), the head E in panels: [rows, columns]. */
void nextProbabilities(Call& call) {
  const long rows = call.length(0, 0), width = call.length(0, 1), columns = *call.integers(3);
  call.expect(rows > 0 && width % LANES == 0, 0, "has a width that registers do not divide");
  call.expect(call.size(1) == width, 1, "has the wrong size");
  call.expect(columns > 0 && call.size(2) == packedSize(width, columns), 2, "has the wrong size");
  float* normed = scratch(rows * width, Place::operation);
  norm(rows, width, call.floats(0), call.floats(1), *call.floats(4), normed);
  float* p = call.output(0, {rows, columns});
  apply({call.floats(2), nullptr, columns, width}, rows, normed, p, false);
  const float scale = *call.floats(5);
  byRows(rows, columns, [=](long from, long to) {
    for (long r = from; r < to; r++) softmax(p + r * columns, columns, scale);
  });
}

}  // namespace prorl
