import { tf } from "../tensor/tf.js";
import { klTerms_BT } from "./kl.js";
import { importanceRatios } from "./ratio.js";
import { surrogate_BT } from "./surrogate.js";
/**
 * -sum_t w_t (c_t L_t - beta KL_t + eta H_t): the surrogate L (`surrogate_BT`) of the ratios of new to old
 * probability (`importanceRatios`), with GRPO's KL term (arXiv:2402.03300, eq. 3) and an entropy bonus (PPO,
 * arXiv:1707.06347, eq. 9). The losses of a mini-batch's micro-batches add up to the loss of the mini-batch.
 */
export function policyLoss(inputs) {
    const { logps_BT, advantages_B1, weights_BT, corrections_BT, kl, entropy } = inputs;
    const ratios = importanceRatios(logps_BT, inputs.oldLogps_BT, inputs.ratio);
    let objective_BT = surrogate_BT(inputs.surrogate, ratios, logps_BT, advantages_B1, inputs.clip);
    if (corrections_BT !== null)
        objective_BT = tf.mul(objective_BT, corrections_BT);
    if (kl !== null) {
        const kl_BT = klTerms_BT(kl.estimate, logps_BT, kl.referenceLogps_BT);
        objective_BT = tf.sub(objective_BT, tf.mul(kl_BT, kl.coefficient));
    }
    if (entropy !== null)
        objective_BT = tf.add(objective_BT, tf.mul(entropy.entropies_BT, entropy.coefficient));
    return tf.neg(tf.sum(tf.mul(objective_BT, weights_BT)));
}
/** Negative log likelihood of the targets, weighted per token: cross entropy against the demonstrations. */
export function crossEntropy(logps_BT, weights_BT) {
    return tf.neg(tf.sum(tf.mul(logps_BT, weights_BT)));
}
