import { tf } from "../tensor/tf.js";
/** The log ratio is held within this, so that the ratio stays finite (as verl holds it). */
const LARGEST_LOG_RATIO = 20;
/** Ratios of new to old probability, [B, T], or [B, 1] where they are of whole responses; differentiable in `logps_BT`. */
export function importanceRatios(logps_BT, oldLogps_BT, level) {
    const logRatios_BT = tf.sub(logps_BT, oldLogps_BT);
    const of = level.of === 'token' ? logRatios_BT : tf.sum(tf.mul(logRatios_BT, level.shares_BT), 1, true);
    return tf.exp(clamp(of, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
}
/** The same for one response as plain numbers: its tokens' ratios. */
export function ratiosOf(logps, oldLogps, level) {
    const logRatios = Array.from(oldLogps, (old, t) => (logps[t] ?? Number.NaN) - old);
    if (level === 'token')
        return logRatios.map(Math.exp);
    const ratio = Math.exp(logRatios.reduce((sum, x) => sum + x, 0) / logRatios.length);
    return logRatios.map(() => ratio);
}
/** Not tf.clipByValue: on wasm that makes the lower bound of a NaN, and a broken policy would go unseen. */
export function clamp(x, low, high) {
    return tf.minimum(tf.maximum(x, low), high);
}
