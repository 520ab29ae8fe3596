import { tf } from '../tensor/tf.ts';
import type { UpdateNode } from '../graph/index.ts';
/** Which estimate of the KL is taken, and within what its parts are held; null: no bound. */
export type KlEstimate = Pick<NonNullable<UpdateNode['config']['kl']>, 'estimator' | 'clampInput' | 'clampResult'>;
/**
 * KL(policy || reference) at one sampled token, estimated from D = log p_policy - log p_reference
 * (Schulman, "Approximating KL divergence"): k1 = D, abs = |D|, k2 = D^2 / 2, k3 = exp(-D) - 1 + D.
 * k1 is unbiased and may be negative; the others never are, and k3 is unbiased too. In nats.
 * `clampInput` holds D within [-c, c] before, `clampResult` the estimate within [-c, c] after (as NeMo-RL holds them;
 * where a bound is reached the token has no gradient).
 */
export declare function klEstimate({ estimator, clampInput, clampResult }: KlEstimate, policyLogp: number, referenceLogp: number): number;
/** Sum of the estimates over the tokens of a response: the KL that the reward is charged with. */
export declare function sequenceKl(estimate: KlEstimate, policyLogps: Float32Array, referenceLogps: Float32Array): number;
/** The same token by token as a tensor, differentiable in the policy's log probabilities. */
export declare function klTerms_BT({ estimator, clampInput, clampResult }: KlEstimate, logps_BT: tf.Tensor2D, referenceLogps_BT: tf.Tensor2D): tf.Tensor2D;
