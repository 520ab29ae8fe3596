import { tf } from '../../tensor/tf.ts';
import { hasNativeKernels } from '../../tensor/native-kernels.ts';
import { isNative, nativeOperation } from '../../tensor/native-operation.ts';

/**
 * log softmax(logits)[row, target] of every row, without a one-hot matrix: [R]. The gradient is
 * dlogits = dy (onehot(target) - p), p being the softmax.
 */
export function chosenLogprobs(logits_RV: tf.Tensor2D, targets_R: tf.Tensor1D): tf.Tensor1D {
  const operation = tf.customGrad((logits_, save) => {
    const logits = logits_ as tf.Tensor2D;
    if (hasNativeKernels()) return own(logits, targets_R, save as tf.GradSaveFunc);
    return isNative()
      ? fused(logits, targets_R, save as tf.GradSaveFunc)
      : plain(logits, targets_R, save as tf.GradSaveFunc);
  });
  return operation(logits_RV) as tf.Tensor1D;
}

type WithGradient = { value: tf.Tensor; gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor };

/** By our own operations: what is kept are the logits and a number for each row. */
function own(logits: tf.Tensor2D, targets_R: tf.Tensor1D, save: tf.GradSaveFunc): WithGradient {
  const [value, sums_R] = nativeOperation('ProrlChosenLogprobs', {}, [logits, targets_R], 2) as [
    tf.Tensor,
    tf.Tensor,
  ];
  save([logits, targets_R, sums_R]);
  return {
    value,
    gradFunc: (dy_R, saved) =>
      nativeOperation('ProrlChosenLogprobsGradient', {}, [...saved, dy_R], 1)[0] as tf.Tensor,
  };
}

/** TensorFlow has an operation that gives the loss, -log p, and its gradient, p - onehot(target). */
function fused(logits: tf.Tensor2D, targets_R: tf.Tensor1D, save: tf.GradSaveFunc): WithGradient {
  const [loss_R, gradient_RV] = nativeOperation(
    'SparseSoftmaxCrossEntropyWithLogits',
    { T: 'float32', Tlabels: 'int32' },
    [logits, targets_R],
    2,
  ) as [tf.Tensor, tf.Tensor];
  save([gradient_RV]);
  return {
    value: tf.neg(loss_R),
    gradFunc: (dy_R, saved) => tf.mul(saved[0] as tf.Tensor, tf.reshape(tf.neg(dy_R), [-1, 1])),
  };
}

function plain(logits: tf.Tensor2D, targets_R: tf.Tensor1D, save: tf.GradSaveFunc): WithGradient {
  const [R, V] = logits.shape;
  const p_RV = tf.softmax(logits);
  const places_R = tf.add(tf.mul(tf.range(0, R, 1, 'int32'), tf.scalar(V, 'int32')), targets_R);
  save([p_RV, places_R]);
  return {
    value: tf.sub(tf.gather(tf.reshape(logits, [R * V]), places_R as tf.Tensor1D), logSumExp(logits, p_RV)),
    gradFunc: (dy_R, saved) => {
      const [p_RV, places_R] = saved as [tf.Tensor2D, tf.Tensor1D];
      const atTargets = tf.scatterND(tf.reshape(places_R, [R, 1]), dy_R, [R * V]);
      return tf.sub(tf.reshape(atTargets, [R, V]), tf.mul(p_RV, tf.reshape(dy_R, [R, 1])));
    },
  };
}

/**
 * log sum exp of each row, [R]. The largest probability is 1 / sum exp(l - max l), so the normaliser needs no
 * further exponentials; it is at least 1 / V, so its logarithm is accurate.
 */
export function logSumExp(logits_RV: tf.Tensor2D, probabilities_RV: tf.Tensor2D): tf.Tensor1D {
  return tf.sub(tf.max(logits_RV, 1), tf.log(tf.max(probabilities_RV, 1)));
}
