import type { tf } from '../tensor/tf.ts';

/** What decoding remembers of the sequences still active, one row a sequence. */
export interface DecodeCache {
  /** Rows of a step, those of padding included: A. */
  readonly rows: number;
  /** Begins a step. */
  begin(): void;
  /** The cache's tensors that `attend` reads at a layer in this step. */
  tensors(layer: number): readonly tf.Tensor[];
  /** Adds this step's keys and values to a layer and attends over all that the row's sequence has: [A, heads * d]. */
  attend(layer: number, q_AC: tf.Tensor2D, k_AK: tf.Tensor2D, v_AK: tf.Tensor2D): tf.Tensor2D;
  /** What the last `attend` has computed that the next step will read: the cache takes it back by `keep`. */
  grown(): tf.Tensor[];
  keep(layer: number, grown: readonly tf.Tensor[]): void;
  /** Ends a step. */
  end(): void;
  /** Keeps only the given rows, in that order. */
  retain(rows: Int32Array): void;
  dispose(): void;
}
