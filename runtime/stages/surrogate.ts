import { tf } from '../tensor/tf.ts';
import { clamp } from './ratio.ts';

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
 * `ratios` is [B, T] or [B, 1], `advantages_BT` constant. No value of a tensor decides what is computed.
 */
export function surrogate_BT(
  kind: SurrogateKind,
  ratios: tf.Tensor2D,
  logps_BT: tf.Tensor2D,
  advantages_BT: tf.Tensor2D,
  clip: Clip,
): tf.Tensor2D {
  const plain: tf.Tensor2D = tf.mul(ratios, advantages_BT);
  if (kind === 'plain') return plain;
  const held = clamp(ratios, 1 - clip.low, 1 + clip.high);
  if (kind === 'cispo') return tf.mul(tf.mul(constantOf(held), advantages_BT), logps_BT);
  const clipped = tf.minimum(plain, tf.mul(held, advantages_BT)) as tf.Tensor2D;
  // Where A >= 0 the objective is never negative, and the bound, c min(A, 0) = 0, never holds it back.
  return clip.dual === null ? clipped : tf.maximum(clipped, tf.mul(tf.minimum(advantages_BT, 0), clip.dual));
}

/** What bounds a token's part in the objective: a side of the interval, or the dual bound; null: nothing. */
export function boundBy(
  kind: SurrogateKind,
  ratio: number,
  advantage: number,
  clip: Clip,
): 'low' | 'high' | 'dual' | null {
  if (kind === 'plain' || advantage === 0) return null;
  if (kind === 'cispo') return ratio > 1 + clip.high ? 'high' : ratio < 1 - clip.low ? 'low' : null;
  if (advantage > 0) return ratio > 1 + clip.high ? 'high' : null;
  if (clip.dual !== null && ratio > clip.dual) return 'dual';
  return ratio < 1 - clip.low ? 'low' : null;
}

/** sg(x): the value of x, through which no gradient goes. */
function constantOf<T extends tf.Tensor>(x: T): T {
  const held = tf.customGrad((value) => ({
    value: tf.clone(value as tf.Tensor),
    gradFunc: (dy: tf.Tensor) => tf.zerosLike(dy),
  }));
  return held(x) as T;
}
