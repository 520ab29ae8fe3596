import { tf } from '../tensor/tf.ts';
import { type KlEstimate } from './kl.ts';
import { type RatioLevel } from './ratio.ts';
import { type Clip, type SurrogateKind } from './surrogate.ts';
/** What the policy loss of a micro-batch is computed from; every tensor but `logps_BT` and `entropies_BT` is constant. */
export interface PolicyLossInputs {
    readonly logps_BT: tf.Tensor2D;
    readonly oldLogps_BT: tf.Tensor2D;
    readonly advantages_B1: tf.Tensor2D;
    /** Each token's share of the mini-batch's mean, from `tokenWeight`; 0 at padding. */
    readonly weights_BT: tf.Tensor2D;
    readonly ratio: RatioLevel;
    readonly surrogate: SurrogateKind;
    readonly clip: Clip;
    /** What the surrogate of each token is multiplied by, from `correct`; null: by nothing. */
    readonly corrections_BT: tf.Tensor2D | null;
    /** Null where no KL term stands in the loss, or its coefficient is 0. */
    readonly kl: {
        readonly estimate: KlEstimate;
        readonly coefficient: number;
        readonly referenceLogps_BT: tf.Tensor2D;
    } | null;
    /** The entropy of the distribution that each token was drawn from, in nats; null where no bonus is paid for it. */
    readonly entropy: {
        readonly coefficient: number;
        readonly entropies_BT: tf.Tensor2D;
    } | null;
}
/**
 * -sum_t w_t (c_t L_t - beta KL_t + eta H_t): the surrogate L (`surrogate_BT`) of the ratios of new to old
 * probability (`importanceRatios`), with GRPO's KL term (arXiv:2402.03300, eq. 3) and an entropy bonus (PPO,
 * arXiv:1707.06347, eq. 9). The losses of a mini-batch's micro-batches add up to the loss of the mini-batch.
 */
export declare function policyLoss(inputs: PolicyLossInputs): tf.Scalar;
/** Negative log likelihood of the targets, weighted per token: cross entropy against the demonstrations. */
export declare function crossEntropy(logps_BT: tf.Tensor2D, weights_BT: tf.Tensor2D): tf.Scalar;
