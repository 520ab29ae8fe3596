import { tf } from "../tensor/tf.js";
import { clamp } from "./ratio.js";
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
export function surrogate_BT(kind, ratios, logps_BT, advantages_B1, clip) {
    const plain = tf.mul(ratios, advantages_B1);
    if (kind === 'plain')
        return plain;
    const held = clamp(ratios, 1 - clip.low, 1 + clip.high);
    if (kind === 'cispo')
        return tf.mul(tf.mul(constantOf(held), advantages_B1), logps_BT);
    const clipped = tf.minimum(plain, tf.mul(held, advantages_B1));
    // Where A >= 0 the objective is never negative, and the bound, c min(A, 0) = 0, never holds it back.
    return clip.dual === null ? clipped : tf.maximum(clipped, tf.mul(tf.minimum(advantages_B1, 0), clip.dual));
}
/** What bounds a token's part in the objective: a side of the interval, or the dual bound; null: nothing. */
export function boundBy(kind, ratio, advantage, clip) {
    if (kind === 'plain' || advantage === 0)
        return null;
    if (kind === 'cispo')
        return ratio > 1 + clip.high ? 'high' : ratio < 1 - clip.low ? 'low' : null;
    if (advantage > 0)
        return ratio > 1 + clip.high ? 'high' : null;
    if (clip.dual !== null && ratio > clip.dual)
        return 'dual';
    return ratio < 1 - clip.low ? 'low' : null;
}
/** sg(x): the value of x, through which no gradient goes. */
function constantOf(x) {
    const held = tf.customGrad((value) => ({
        value: tf.clone(value),
        gradFunc: (dy) => tf.zerosLike(dy),
    }));
    return held(x);
}
