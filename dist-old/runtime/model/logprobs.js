import { tf } from "../tensor/tf.js";
import { tracedWithGradient, tracesGraphs } from "../tensor/traced.js";
import { bucketOf } from "./ops/buckets.js";
import { chosenLogprobs, logSumExp } from "./ops/chosen-logprobs.js";
import { packedHiddenStates } from "./packed-forward.js";
import { headTable, logitsOf } from "./transformer.js";
/**
 * Log-probabilities of the response tokens of a batch under a policy at a temperature. `logps_BT` and
 * `entropy_BT` are differentiable in the weights. Call it inside `tf.tidy` or a loss function; the results are the caller's.
 */
export function tokenLogprobs(policy, batch, { temperature = 1, wantEntropy = false, wantBest = false } = {}) {
    const { responseTokens: R } = batch;
    if (R === 0)
        throw new RangeError('a batch without response tokens');
    const sizeOf = tracesGraphs() ? bucketOf : (size) => size;
    const padded = (values_R) => {
        const values = new Int32Array(sizeOf(R));
        values.set(values_R);
        return tf.tensor1d(values, 'int32');
    };
    const hidden_RD = packedHiddenStates(policy, batch, padded(batch.headRows_R));
    const targets_R = padded(batch.targets_R);
    const inverseTemperature = tf.scalar(1 / temperature);
    // Dividing the hidden states divides the scores, and there are fewer of them.
    const logits = () => logitsOf(policy, tf.mul(hidden_RD, inverseTemperature));
    const spread = (values_R) => spreadTokens(values_R, batch);
    if (wantEntropy || wantBest) {
        const logits_RV = logits();
        return {
            logps_BT: spread(chosenLogprobs(logits_RV, targets_R)),
            ...(wantEntropy ? { entropy_BT: spread(entropies(logits_RV)) } : {}),
            ...(wantBest ? { best_BT: spread(mostLikely(logits_RV, targets_R)) } : {}),
        };
    }
    const logps_R = tracedWithGradient('chosen logprobs', { inputs: [hidden_RD, headTable(policy)], constants: [targets_R, inverseTemperature] }, () => chosenLogprobs(logits(), targets_R));
    return { logps_BT: spread(logps_R) };
}
/** The tokens' values at their places in [B, T], 0 elsewhere; values beyond the tokens are padding. */
function spreadTokens(values_R, { place_R, size, responseLength }) {
    const R = place_R.length;
    const operation = tf.customGrad((values, save) => {
        const places = tf.tensor1d(place_R, 'int32');
        save([places]);
        const own = tf.slice(values, [0], [R]);
        return {
            value: tf.scatterND(tf.reshape(places, [R, 1]), own, [size * responseLength]),
            gradFunc: (dy, saved) => tf.pad1d(tf.gather(dy, saved[0]), [0, values_R.size - R]),
        };
    });
    return tf.reshape(operation(values_R), [size, responseLength]);
}
/** H = logsumexp(l) - sum(p l) of each row. The gradient is dlogits = dy p (sum(p l) - l). */
function entropies(logits_RV) {
    const operation = tf.customGrad((logits_, save) => {
        const logits = logits_;
        const p_RV = tf.softmax(logits);
        const mean_R = tf.sum(tf.mul(p_RV, logits), 1);
        save([logits, p_RV, mean_R]);
        return {
            value: tf.sub(logSumExp(logits, p_RV), mean_R),
            gradFunc: (dy_R, saved) => {
                const [l_RV, p_RV, mean_R] = saved;
                const across = tf.mul(p_RV, tf.sub(tf.reshape(mean_R, [-1, 1]), l_RV));
                return tf.mul(across, tf.reshape(dy_R, [-1, 1]));
            },
        };
    });
    return operation(logits_RV);
}
/** 1 where the target is the row's largest logit. */
function mostLikely(logits_RV, targets_R) {
    return tf.cast(tf.equal(tf.argMax(logits_RV, 1), targets_R), 'float32');
}
