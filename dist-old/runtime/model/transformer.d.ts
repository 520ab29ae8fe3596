import { tf } from '../tensor/tf.ts';
import type { FusedProjections } from './fused-projections.ts';
import type { RotaryAngles } from './ops/rotary.ts';
import type { Policy } from './policy.ts';
/** Rotated queries [N, heads * d] and keys [N, keyValueHeads * d], and values, to what the heads read: [N, heads * d]. */
export type Attend = (q_NC: tf.Tensor2D, k_NK: tf.Tensor2D, v_NK: tf.Tensor2D) => tf.Tensor2D;
/** The embeddings of N tokens, [N, width]. */
export declare function embed(policy: Policy, tokens_N: tf.Tensor1D): tf.Tensor2D;
/**
 * One layer over N rows: [N, width]. `attend` decides which rows see which: a packed batch in training, a cache in
 * generation. With `keep`, only those rows are left of the result: [R, width].
 */
export declare function layerOutput(policy: Policy, layer: number, x_ND: tf.Tensor2D, angles: RotaryAngles, attend: Attend, { keep, fused }?: {
    keep?: tf.Tensor1D | undefined;
    fused?: FusedProjections | undefined;
}): tf.Tensor2D;
/** The final norm, [N, width]. */
export declare function finalNorm(policy: Policy, x_ND: tf.Tensor2D): tf.Tensor2D;
/** The gain of the final norm: [width]. */
export declare function finalGain(policy: Policy): tf.Tensor1D;
/** Scores over the vocabulary, [N, V], of final hidden states. */
export declare function logitsOf(policy: Policy, hidden_ND: tf.Tensor2D): tf.Tensor2D;
/** The table that scores come from: [V, width]. */
export declare function headTable(policy: Policy): tf.Tensor2D;
