import { tf } from '../../tensor/tf.ts';
/**
 * log softmax(logits)[row, target] of every row, without a one-hot matrix: [R]. The gradient is
 * dlogits = dy (onehot(target) - p), p being the softmax.
 */
export declare function chosenLogprobs(logits_RV: tf.Tensor2D, targets_R: tf.Tensor1D): tf.Tensor1D;
/**
 * log sum exp of each row, [R]. The largest probability is 1 / sum exp(l - max l), so the normaliser needs no
 * further exponentials; it is at least 1 / V, so its logarithm is accurate.
 */
export declare function logSumExp(logits_RV: tf.Tensor2D, probabilities_RV: tf.Tensor2D): tf.Tensor1D;
