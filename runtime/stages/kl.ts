import { tf } from '../tensor/tf.ts';
import type { UpdateNode } from '../graph/index.ts';

export type KlEstimator = NonNullable<UpdateNode['config']['kl']>['estimator'];

/** k3's exponent is held below this, so that one token the policy has all but dropped cannot overflow the loss. */
const LARGEST_EXPONENT = 20;

/**
 * KL(policy || reference) at one sampled token, estimated from D = log p_policy - log p_reference
 * (Schulman, "Approximating KL divergence"): k1 = D, k2 = D^2 / 2, k3 = exp(-D) - 1 + D.
 * k1 is unbiased and may be negative; k2 and k3 never are. In nats.
 */
export function klEstimate(estimator: KlEstimator, policyLogp: number, referenceLogp: number): number {
  const d = policyLogp - referenceLogp;
  switch (estimator) {
    case 'k1':
      return d;
    case 'k2':
      return (d * d) / 2;
    case 'k3':
      return Math.expm1(Math.min(-d, LARGEST_EXPONENT)) + d;
  }
}

/** Sum of the estimates over the tokens of a response: the KL that the reward is charged with. */
export function sequenceKl(
  estimator: KlEstimator,
  policyLogps: Float32Array,
  referenceLogps: Float32Array,
): number {
  let sum = 0;
  policyLogps.forEach((logp, t) => {
    sum += klEstimate(estimator, logp, referenceLogps[t] ?? Number.NaN);
  });
  return sum;
}

/** The same token by token as a tensor, differentiable in the policy's log probabilities. */
export function klTerms_BT(
  estimator: KlEstimator,
  logps_BT: tf.Tensor2D,
  referenceLogps_BT: tf.Tensor2D,
): tf.Tensor2D {
  const d_BT = tf.sub(logps_BT, referenceLogps_BT);
  switch (estimator) {
    case 'k1':
      return d_BT as tf.Tensor2D;
    case 'k2':
      return tf.div(tf.square(d_BT), 2);
    case 'k3':
      return tf.add(tf.sub(tf.exp(tf.minimum(tf.neg(d_BT), LARGEST_EXPONENT)), 1), d_BT);
  }
}
