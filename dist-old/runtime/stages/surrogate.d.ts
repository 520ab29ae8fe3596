import { tf } from '../tensor/tf.ts';
export type SurrogateKind = 'clipped' | 'cispo' | 'plain';
/** How far a ratio counts: within [1 - low, 1 + high]. */
export interface Clip {
    readonly low: number;
    readonly high: number;
    /** Of a response with a negative advantage a ratio counts up to this at most; null: without bound. */
    readonly dual: number | null;
}
/**
 * The surrogate objective of each token, before its share of the mean, [B, T]:
 * - `clipped`: min(r A, clip(r, 1 - low, 1 + high) A) (PPO, arXiv:1707.06347, eq. 7; its two sides apart as in
 *   DAPO, arXiv:2503.14476, eq. 8). With `dual` c it is no less than c A where A < 0 (dual-clip PPO,
 *   arXiv:1912.09729, eq. 5).
 * - `cispo`: sg(clip(r, 1 - low, 1 + high)) A log p: the ratio is a weight that no gradient goes through, so that no
 *   token's gradient is lost (MiniMax-M1, arXiv:2506.13585, eq. 4).
 * - `plain`: r A, the policy gradient with importance sampling and without a bound.
 *
 * `ratios` is [B, T] or [B, 1], `advantages_B1` constant. No value of a tensor decides what is computed.
 */
export declare function surrogate_BT(kind: SurrogateKind, ratios: tf.Tensor2D, logps_BT: tf.Tensor2D, advantages_B1: tf.Tensor2D, clip: Clip): tf.Tensor2D;
/** What bounds a token's part in the objective: a side of the interval, or the dual bound; null: nothing. */
export declare function boundBy(kind: SurrogateKind, ratio: number, advantage: number, clip: Clip): 'low' | 'high' | 'dual' | null;
