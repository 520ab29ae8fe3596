import { tf } from '../tensor/tf.ts';
import type { PackedBatch } from './batch.ts';
import { tracedWithGradient, tracesGraphs } from '../tensor/traced.ts';
import { bucketOf } from './ops/buckets.ts';
import { chosenLogprobs, logSumExp } from './ops/chosen-logprobs.ts';
import type { Policy } from './policy.ts';
import { packedHiddenStates } from './packed-forward.ts';
import { headTable, logitsOf } from './transformer.ts';

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
 * Log-probabilities of the response tokens of a batch under a policy at a temperature. `logps_BT` and
 * `entropy_BT` are differentiable in the weights. Call it inside `tf.tidy` or a loss function; the results are the caller's.
 */
export function tokenLogprobs(
  policy: Policy,
  batch: PackedBatch,
  { temperature = 1, wantEntropy = false, wantBest = false }: LogprobOptions = {},
): TokenLogprobs {
  const { responseTokens: R } = batch;
  if (R === 0) throw new RangeError('a batch without response tokens');
  const sizeOf = tracesGraphs() ? bucketOf : (size: number) => size;
  const padded = (values_R: Int32Array): tf.Tensor1D => {
    const values = new Int32Array(sizeOf(R));
    values.set(values_R);
    return tf.tensor1d(values, 'int32');
  };
  const hidden_RD = packedHiddenStates(policy, batch, padded(batch.headRows_R));
  const targets_R = padded(batch.targets_R);
  const inverseTemperature = tf.scalar(1 / temperature);
  // Dividing the hidden states divides the scores, and there are fewer of them.
  const logits = () => logitsOf(policy, tf.mul(hidden_RD, inverseTemperature));
  const spread = (values_R: tf.Tensor1D) => spreadTokens(values_R, batch);
  if (wantEntropy || wantBest) {
    const logits_RV = logits();
    return {
      logps_BT: spread(chosenLogprobs(logits_RV, targets_R)),
      ...(wantEntropy ? { entropy_BT: spread(entropies(logits_RV)) } : {}),
      ...(wantBest ? { best_BT: spread(mostLikely(logits_RV, targets_R)) } : {}),
    };
  }
  const frozen = policy.adapters !== null;
  const table = headTable(policy);
  const logps_R = tracedWithGradient(
    'chosen logprobs',
    {
      inputs: frozen ? [hidden_RD] : [hidden_RD, table],
      constants: [...(frozen ? [table] : []), targets_R, inverseTemperature],
    },
    () => chosenLogprobs(logits(), targets_R),
  );
  return { logps_BT: spread(logps_R as tf.Tensor1D) };
}

/** The tokens' values at their places in [B, T], 0 elsewhere; values beyond the tokens are padding. */
function spreadTokens(values_R: tf.Tensor1D, { place_R, size, responseLength }: PackedBatch): tf.Tensor2D {
  const R = place_R.length;
  const operation = tf.customGrad((values, save) => {
    const places = tf.tensor1d(place_R, 'int32');
    (save as tf.GradSaveFunc)([places]);
    const own = tf.slice(values as tf.Tensor1D, [0], [R]);
    return {
      value: tf.scatterND(tf.reshape(places, [R, 1]), own, [size * responseLength]),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.pad1d(tf.gather(dy, saved[0] as tf.Tensor1D) as tf.Tensor1D, [0, values_R.size - R]),
    };
  });
  return tf.reshape(operation(values_R), [size, responseLength]);
}

/** H = logsumexp(l) - sum(p l) of each row. The gradient is dlogits = dy p (sum(p l) - l). */
function entropies(logits_RV: tf.Tensor2D): tf.Tensor1D {
  const operation = tf.customGrad((logits_, save) => {
    const logits = logits_ as tf.Tensor2D;
    const p_RV = tf.softmax(logits);
    const mean_R = tf.sum(tf.mul(p_RV, logits), 1);
    (save as tf.GradSaveFunc)([logits, p_RV, mean_R]);
    return {
      value: tf.sub(logSumExp(logits, p_RV), mean_R),
      gradFunc: (dy_R: tf.Tensor, saved: tf.Tensor[]) => {
        const [l_RV, p_RV, mean_R] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
        const across = tf.mul(p_RV, tf.sub(tf.reshape(mean_R, [-1, 1]), l_RV));
        return tf.mul(across, tf.reshape(dy_R, [-1, 1]));
      },
    };
  });
  return operation(logits_RV) as tf.Tensor1D;
}

/** 1 where the target is the row's largest logit. */
function mostLikely(logits_RV: tf.Tensor2D, targets_R: tf.Tensor1D): tf.Tensor1D {
  return tf.cast(tf.equal(tf.argMax(logits_RV, 1), targets_R), 'float32');
}
