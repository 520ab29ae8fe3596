import { tf } from '../tensor/tf.ts';

/** The log ratio is held within this, so that the ratio stays finite (as verl holds it). */
const LARGEST_LOG_RATIO = 20;

/**
 * What one importance ratio is of:
 * - `token`: r_t = exp(logp_t - oldLogp_t), a ratio for each token (PPO, arXiv:1707.06347, section 3);
 * - `sequence`: s = exp(mean_t (logp_t - oldLogp_t)), one for the whole response, the same at each of its tokens
 *   (GSPO, arXiv:2507.18071, eq. 7). `shares_BT` is 1 / |o| at each token of a response, 0 at padding.
 */
export type RatioLevel =
  { readonly of: 'token' } | { readonly of: 'sequence'; readonly shares_BT: tf.Tensor2D };

/** Ratios of new to old probability, [B, T], or [B, 1] where they are of whole responses; differentiable in `logps_BT`. */
export function importanceRatios(
  logps_BT: tf.Tensor2D,
  oldLogps_BT: tf.Tensor2D,
  level: RatioLevel,
): tf.Tensor2D {
  const logRatios_BT: tf.Tensor2D = tf.sub(logps_BT, oldLogps_BT);
  const of = level.of === 'token' ? logRatios_BT : tf.sum(tf.mul(logRatios_BT, level.shares_BT), 1, true);
  return tf.exp(clamp(of as tf.Tensor2D, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
}

/** The same for one response as plain numbers: its tokens' ratios. */
export function ratiosOf(
  logps: ArrayLike<number>,
  oldLogps: ArrayLike<number>,
  level: RatioLevel['of'],
): number[] {
  const logRatios = Array.from(oldLogps, (old, t) => (logps[t] ?? Number.NaN) - old);
  if (level === 'token') return logRatios.map(Math.exp);
  const ratio = Math.exp(logRatios.reduce((sum, x) => sum + x, 0) / logRatios.length);
  return logRatios.map(() => ratio);
}

/** Not tf.clipByValue: on wasm that makes the lower bound of a NaN, and a broken policy would go unseen. */
export function clamp<T extends tf.Tensor>(x: T, low: number, high: number): T {
  return tf.minimum(tf.maximum(x, low), high);
}
