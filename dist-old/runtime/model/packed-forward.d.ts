import { tf } from '../tensor/tf.ts';
import type { PackedBatch } from './batch.ts';
import type { Policy } from './policy.ts';
type Rows = Pick<PackedBatch, 'tokens_N' | 'positions_N' | 'segments'>;
/**
 * The final hidden states of some rows of a packed batch, [R, width]: layer by layer, each of them one graph where
 * graphs are made. Differentiable in the weights. Call it inside a tidy.
 */
export declare function packedHiddenStates(policy: Policy, batch: Rows, rows_R: tf.Tensor1D): tf.Tensor2D;
/** The same without gradients, and the keys and values of all rows, by layer: [N, keyValueHeads * d]. */
export declare function prefillHiddenStates(policy: Policy, batch: Rows, rows_R: tf.Tensor1D): {
    hidden_RD: tf.Tensor2D;
    keys_NK: tf.Tensor2D[];
    values_NK: tf.Tensor2D[];
};
export {};
