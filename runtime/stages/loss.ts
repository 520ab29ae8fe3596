import { tf } from '../tensor/tf.ts';
import type { UpdateNode } from '../graph/index.ts';
import { klTerms_BT, type KlEstimator } from './kl.ts';

/** The log ratio is held within this, so that the ratio stays finite (as verl holds it). */
const LARGEST_LOG_RATIO = 20;

/** What the policy loss of a micro-batch is computed from; every tensor but `logps_BT` is constant. */
export interface PolicyLossInputs {
  readonly logps_BT: tf.Tensor2D;
  readonly oldLogps_BT: tf.Tensor2D;
  readonly advantages_B1: tf.Tensor2D;
  /** Each token's share of the mini-batch's mean, from `tokenWeight`; 0 at padding. */
  readonly weights_BT: tf.Tensor2D;
  readonly clip: Clip;
  /** Null where no KL term stands in the loss, or its coefficient is 0. */
  readonly kl: { estimator: KlEstimator; coefficient: number; referenceLogps_BT: tf.Tensor2D } | null;
}

export interface Clip {
  readonly low: number;
  readonly high: number;
}

/**
 * -sum_t w_t (min(r_t A, clip(r_t, 1 - low, 1 + high) A) - beta KL_t), with r_t = exp(logp_t - oldLogp_t):
 * the clipped surrogate of PPO (arXiv:1707.06347, eq. 7), its two sides apart as in DAPO
 * (arXiv:2503.14476, eq. 8), with GRPO's KL term (arXiv:2402.03300, eq. 3).
 * The losses of a mini-batch's micro-batches add up to the loss of the mini-batch.
 */
export function policyLoss(inputs: PolicyLossInputs): tf.Scalar {
  const { logps_BT, oldLogps_BT, advantages_B1, weights_BT, clip, kl } = inputs;
  const logRatios_BT = clamp(tf.sub(logps_BT, oldLogps_BT), -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO);
  const ratios_BT = tf.exp(logRatios_BT);
  const plain_BT = tf.mul(ratios_BT, advantages_B1);
  const clipped_BT = tf.mul(clamp(ratios_BT, 1 - clip.low, 1 + clip.high), advantages_B1);
  let objective_BT = tf.minimum(plain_BT, clipped_BT);
  if (kl !== null) {
    const kl_BT = klTerms_BT(kl.estimator, logps_BT, kl.referenceLogps_BT);
    objective_BT = tf.sub(objective_BT, tf.mul(kl_BT, kl.coefficient));
  }
  return tf.neg(tf.sum(tf.mul(objective_BT, weights_BT)));
}

/** Not tf.clipByValue: on wasm that makes the lower bound of a NaN, and a broken policy would go unseen. */
function clamp<T extends tf.Tensor>(x: T, low: number, high: number): T {
  return tf.minimum(tf.maximum(x, low), high);
}

/** Negative log likelihood of the targets, weighted per token: cross entropy against the demonstrations. */
export function crossEntropy(logps_BT: tf.Tensor2D, weights_BT: tf.Tensor2D): tf.Scalar {
  return tf.neg(tf.sum(tf.mul(logps_BT, weights_BT)));
}

/**
 * A token's share in the mean over a mini-batch of responses with these lengths.
 * `token_mean`: 1 / all tokens, so that long responses weigh more (DAPO, section 3.3).
 * `sequence_mean`: 1 / (responses x tokens of this response) (GRPO, eq. 3).
 */
export function tokenWeight(
  aggregation: UpdateNode['config']['aggregation'],
  length: number,
  batch: { responses: number; tokens: number },
): number {
  return aggregation === 'token_mean' ? 1 / batch.tokens : 1 / (batch.responses * length);
}

/** What clipping did to one token: which side of the interval won the minimum, if any. */
export function clippedSide(ratio: number, advantage: number, clip: Clip): 'low' | 'high' | null {
  if (advantage > 0 && ratio > 1 + clip.high) return 'high';
  if (advantage < 0 && ratio < 1 - clip.low) return 'low';
  return null;
}
