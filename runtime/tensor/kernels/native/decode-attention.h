#pragma once

namespace prorl {

/** A step of decoding: what is the same in all layers. */
struct DecodeStep {
  long rows, heads, keyValueHeads, headWidth;
  /** Of each row: its slot in the cache, the first row of its prompt, the rows of that. */
  const int* places;
  /** Tokens that each slot holds before the step, and those that it has room for. */
  long step, capacity;

  long queries() const { return heads * headWidth; }
  long keys() const { return keyValueHeads * headWidth; }
  /** Of a row of queries, keys and values side by side. */
  long projected() const { return queries() + 2 * keys(); }
};

/** One layer's keys and values: of the prompts, packed rows; of the sequences, by slots. */
struct DecodeCache {
  const float *promptKeys, *promptValues;
  /** Transposed: [slots * keys, capacity]. */
  float* slotKeys;
  /** [slots * capacity, keys] */
  float* slotValues;
};

/**
 * Writes the keys and values of each row of `projected` into its slot at the step, and attends to its prompt's rows and
 * to what its slot holds: out [rows, queries]. Rows of one prompt that stand together see it together.
 */
void decodeAttention(const DecodeStep& at, const DecodeCache& cache, const float* projected, float* out);

}  // namespace prorl
