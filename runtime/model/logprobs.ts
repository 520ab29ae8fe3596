import { tf } from '../tensor/tf.ts';
import type { PackedBatch } from './batch.ts';
import type { Policy } from './policy.ts';
import { batchLogits } from './transformer.ts';

export interface LogprobOptions {
  /** Divides the scores, as sampling did. Default 1. */
  readonly temperature?: number;
  readonly wantEntropy?: boolean;
  readonly wantBest?: boolean;
}

export interface TokenLogprobs {
  /** log p of every response token given what stands before it, [B, T]; 0 at padding. */
  readonly logps_BT: tf.Tensor2D;
  /** Entropy in nats of the distribution each response token was drawn from, [B, T]; 0 at padding. Differentiable too. */
  readonly entropy_BT?: tf.Tensor2D;
  /** 1 where the response token is the most likely one, [B, T]; 0 elsewhere and at padding. */
  readonly best_BT?: tf.Tensor2D;
}

/**
 * Log-probabilities of the response tokens of a batch under a policy at a temperature. `logps_BT` is
 * differentiable in the weights. Call it inside `tf.tidy` or a loss function; the results are the caller's.
 */
export function tokenLogprobs(
  policy: Policy,
  batch: PackedBatch,
  { temperature = 1, wantEntropy = false, wantBest = false }: LogprobOptions = {},
): TokenLogprobs {
  const raw_MV = batchLogits(policy, batch);
  const logits_MV: tf.Tensor2D = temperature === 1 ? raw_MV : tf.mul(raw_MV, 1 / temperature);
  const logps_BT = chosenLogprobs(logits_MV, batch);
  return {
    logps_BT,
    ...(wantEntropy ? { entropy_BT: entropies(logits_MV, batch) } : {}),
    ...(wantBest ? { best_BT: mostLikely(logits_MV, batch) } : {}),
  };
}

/**
 * log softmax(logits)[row, target] for every response token, without a one-hot matrix. The gradient is
 * dlogits = scatter(dy at (row, target)) - p * (sum of dy over the row's tokens): several responses may draw
 * their first token from one row of a shared prompt.
 */
function chosenLogprobs(logits_MV: tf.Tensor2D, batch: PackedBatch): tf.Tensor2D {
  const { headOfToken_R, targets_R } = batch;
  const R = targets_R.length;
  const operation = tf.customGrad((logits_, save) => {
    const logits = logits_ as tf.Tensor2D;
    const [M, V] = logits.shape;
    const probabilities_MV = tf.softmax(logits);
    (save as tf.GradSaveFunc)([probabilities_MV]);
    const chosen_R = tf.gather(tf.reshape(logits, [M * V]), tf.tensor1d(flatIndex(batch, V), 'int32'));
    const normaliser_M = logSumExp(logits, probabilities_MV);
    const logps_R = tf.sub(chosen_R, tf.gather(normaliser_M, tf.tensor1d(headOfToken_R, 'int32')));
    return {
      value: spread(logps_R as tf.Tensor1D, batch),
      gradFunc: (dy_BT: tf.Tensor, saved: tf.Tensor[]) => {
        const p_MV = saved[0] as tf.Tensor2D;
        const dy_R = gatherTokens(dy_BT, batch);
        const atTargets = tf.scatterND(column(flatIndex(batch, V)), dy_R, [M * V]);
        const sums_M = sumsByRow(dy_R, batch, M);
        return tf.sub(tf.reshape(atTargets, [M, V]), tf.mul(p_MV, tf.reshape(sums_M, [M, 1])));
      },
    };
  });
  if (R === 0) throw new RangeError('a batch without response tokens');
  return operation(logits_MV) as tf.Tensor2D;
}

/**
 * H = logsumexp(l) - sum(p l) at each row, spread over the tokens drawn from it. The gradient is
 * dlogits = p (sum(p l) - l) * (sum of dy over the row's tokens).
 */
function entropies(logits_MV: tf.Tensor2D, batch: PackedBatch): tf.Tensor2D {
  const operation = tf.customGrad((logits_, save) => {
    const logits = logits_ as tf.Tensor2D;
    const M = logits.shape[0];
    const probabilities_MV = tf.softmax(logits);
    const mean_M1 = tf.sum(tf.mul(probabilities_MV, logits), 1, true);
    (save as tf.GradSaveFunc)([logits, probabilities_MV, mean_M1]);
    const entropy_M = tf.sub(logSumExp(logits, probabilities_MV), tf.reshape(mean_M1, [M]));
    return {
      value: spread(tf.gather(entropy_M, tf.tensor1d(batch.headOfToken_R, 'int32')) as tf.Tensor1D, batch),
      gradFunc: (dy_BT: tf.Tensor, saved: tf.Tensor[]) => {
        const [l_MV, p_MV, meanLogit_M1] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
        const sums_M = sumsByRow(gatherTokens(dy_BT, batch), batch, M);
        return tf.mul(tf.mul(p_MV, tf.sub(meanLogit_M1, l_MV)), tf.reshape(sums_M, [M, 1]));
      },
    };
  });
  return operation(logits_MV) as tf.Tensor2D;
}

/** 1 where the target is the row's largest logit. */
function mostLikely(logits_MV: tf.Tensor2D, batch: PackedBatch): tf.Tensor2D {
  return tf.tidy(() => {
    const chosen_R = tf.gather(tf.argMax(logits_MV, 1), tf.tensor1d(batch.headOfToken_R, 'int32'));
    const hits_R = tf.cast(tf.equal(chosen_R, tf.tensor1d(batch.targets_R, 'int32')), 'float32');
    return spread(hits_R as tf.Tensor1D, batch);
  });
}

/**
 * log sum exp of each row, [M]. The largest probability is 1 / sum exp(l - max l), so the normaliser needs no
 * further exponentials; it is at least 1 / V, so its logarithm is accurate.
 */
function logSumExp(logits_MV: tf.Tensor2D, probabilities_MV: tf.Tensor2D): tf.Tensor1D {
  return tf.sub(tf.max(logits_MV, 1), tf.log(tf.max(probabilities_MV, 1)));
}

function spread(values_R: tf.Tensor1D, { place_R, size, responseLength }: PackedBatch): tf.Tensor2D {
  return tf.reshape(tf.scatterND(column(place_R), values_R, [size * responseLength]), [size, responseLength]);
}

/** The values of a [B, T] tensor at the response tokens: what `spread` undoes. */
function gatherTokens(values_BT: tf.Tensor, { place_R, size, responseLength }: PackedBatch): tf.Tensor1D {
  return tf.gather(tf.reshape(values_BT, [size * responseLength]), tf.tensor1d(place_R, 'int32'));
}

/** The sum, for each row, over the tokens drawn from it. */
function sumsByRow(values_R: tf.Tensor1D, { headOfToken_R }: PackedBatch, M: number): tf.Tensor1D {
  return tf.scatterND(column(headOfToken_R), values_R, [M]);
}

function flatIndex({ headOfToken_R, targets_R }: PackedBatch, V: number): Int32Array {
  return targets_R.map((target, r) => (headOfToken_R[r] as number) * V + target);
}

function column(indices: Int32Array): tf.Tensor2D {
  return tf.tensor2d(indices, [indices.length, 1], 'int32');
}
