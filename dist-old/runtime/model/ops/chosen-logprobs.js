import { tf } from "../../tensor/tf.js";
import { isNative, nativeOperation } from "../../tensor/native-operation.js";
/**
 * log softmax(logits)[row, target] of every row, without a one-hot matrix: [R]. The gradient is
 * dlogits = dy (onehot(target) - p), p being the softmax.
 */
export function chosenLogprobs(logits_RV, targets_R) {
    const operation = tf.customGrad((logits_, save) => {
        const logits = logits_;
        return isNative()
            ? fused(logits, targets_R, save)
            : plain(logits, targets_R, save);
    });
    return operation(logits_RV);
}
/** TensorFlow has an operation that gives the loss, -log p, and its gradient, p - onehot(target). */
function fused(logits, targets_R, save) {
    const [loss_R, gradient_RV] = nativeOperation('SparseSoftmaxCrossEntropyWithLogits', { T: 'float32', Tlabels: 'int32' }, [logits, targets_R], 2);
    save([gradient_RV]);
    return {
        value: tf.neg(loss_R),
        gradFunc: (dy_R, saved) => tf.mul(saved[0], tf.reshape(tf.neg(dy_R), [-1, 1])),
    };
}
function plain(logits, targets_R, save) {
    const [R, V] = logits.shape;
    const p_RV = tf.softmax(logits);
    const places_R = tf.add(tf.mul(tf.range(0, R, 1, 'int32'), tf.scalar(V, 'int32')), targets_R);
    save([p_RV, places_R]);
    return {
        value: tf.sub(tf.gather(tf.reshape(logits, [R * V]), places_R), logSumExp(logits, p_RV)),
        gradFunc: (dy_R, saved) => {
            const [p_RV, places_R] = saved;
            const atTargets = tf.scatterND(tf.reshape(places_R, [R, 1]), dy_R, [R * V]);
            return tf.sub(tf.reshape(atTargets, [R, V]), tf.mul(p_RV, tf.reshape(dy_R, [R, 1])));
        },
    };
}
/**
 * log sum exp of each row, [R]. The largest probability is 1 / sum exp(l - max l), so the normaliser needs no
 * further exponentials; it is at least 1 / V, so its logarithm is accurate.
 */
export function logSumExp(logits_RV, probabilities_RV) {
    return tf.sub(tf.max(logits_RV, 1), tf.log(tf.max(probabilities_RV, 1)));
}
