import { tf } from '../tensor/tf.ts';
/**
 * What one importance ratio is of:
 * - `token`: r_t = exp(logp_t - oldLogp_t), a ratio for each token (PPO, arXiv:1707.06347, section 3);
 * - `sequence`: s = exp(mean_t (logp_t - oldLogp_t)), one for the whole response, the same at each of its tokens
 *   (GSPO, arXiv:2507.18071, eq. 7). `shares_BT` is 1 / |o| at each token of a response, 0 at padding.
 */
export type RatioLevel = {
    readonly of: 'token';
} | {
    readonly of: 'sequence';
    readonly shares_BT: tf.Tensor2D;
};
/** Ratios of new to old probability, [B, T], or [B, 1] where they are of whole responses; differentiable in `logps_BT`. */
export declare function importanceRatios(logps_BT: tf.Tensor2D, oldLogps_BT: tf.Tensor2D, level: RatioLevel): tf.Tensor2D;
/** The same for one response as plain numbers: its tokens' ratios. */
export declare function ratiosOf(logps: ArrayLike<number>, oldLogps: ArrayLike<number>, level: RatioLevel['of']): number[];
/** Not tf.clipByValue: on wasm that makes the lower bound of a NaN, and a broken policy would go unseen. */
export declare function clamp<T extends tf.Tensor>(x: T, low: number, high: number): T;
