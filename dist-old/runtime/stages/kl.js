import { tf } from "../tensor/tf.js";
import { clamp } from "./ratio.js";
/** k3's exponent is held below this, so that one token the policy has all but dropped cannot overflow the loss. */
const LARGEST_EXPONENT = 20;
/**
 * KL(policy || reference) at one sampled token, estimated from D = log p_policy - log p_reference
 * (Schulman, "Approximating KL divergence"): k1 = D, abs = |D|, k2 = D^2 / 2, k3 = exp(-D) - 1 + D.
 * k1 is unbiased and may be negative; the others never are, and k3 is unbiased too. In nats.
 * `clampInput` holds D within [-c, c] before, `clampResult` the estimate within [-c, c] after (as NeMo-RL holds them;
 * where a bound is reached the token has no gradient).
 */
export function klEstimate({ estimator, clampInput, clampResult }, policyLogp, referenceLogp) {
    const d = held(policyLogp - referenceLogp, clampInput);
    const estimate = {
        k1: () => d,
        abs: () => Math.abs(d),
        k2: () => (d * d) / 2,
        k3: () => Math.expm1(Math.min(-d, LARGEST_EXPONENT)) + d,
    }[estimator]();
    return held(estimate, clampResult);
}
/** Sum of the estimates over the tokens of a response: the KL that the reward is charged with. */
export function sequenceKl(estimate, policyLogps, referenceLogps) {
    let sum = 0;
    policyLogps.forEach((logp, t) => {
        sum += klEstimate(estimate, logp, referenceLogps[t] ?? Number.NaN);
    });
    return sum;
}
/** The same token by token as a tensor, differentiable in the policy's log probabilities. */
export function klTerms_BT({ estimator, clampInput, clampResult }, logps_BT, referenceLogps_BT) {
    const d_BT = held_BT(tf.sub(logps_BT, referenceLogps_BT), clampInput);
    const estimate = {
        k1: () => d_BT,
        // Not tf.abs, whose gradient at 0 is -1: equal policies must stay where they are.
        abs: () => tf.mul(d_BT, tf.sign(d_BT)),
        k2: () => tf.div(tf.square(d_BT), 2),
        k3: () => tf.add(tf.sub(tf.exp(tf.minimum(tf.neg(d_BT), LARGEST_EXPONENT)), 1), d_BT),
    }[estimator]();
    return held_BT(estimate, clampResult);
}
function held(x, bound) {
    return bound === null ? x : Math.min(Math.max(x, -bound), bound);
}
function held_BT(x_BT, bound) {
    return bound === null ? x_BT : clamp(x_BT, -bound, bound);
}
