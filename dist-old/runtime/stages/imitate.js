import { tf } from "../tensor/tf.js";
import { packMicroBatches } from "../model/batch.js";
import { accumulateGradients, disposeGradients } from "../model/gradients.js";
import { tokenLogprobs } from "../model/logprobs.js";
import { tokenWeight } from "./aggregation.js";
import { crossEntropy } from "./loss.js";
/** One update by cross entropy against worked solutions; the prompt is given, not learned. */
export async function imitate(policy, optimizer, miniBatch, settings) {
    const counts = {
        responses: miniBatch.length,
        tokens: miniBatch.reduce((sum, { response }) => sum + response.length, 0),
    };
    const batches = packMicroBatches(miniBatch, settings.maxRows);
    const losses = batches.map((batch) => () => {
        const { logps_BT, best_BT } = tokenLogprobs(policy, batch, { wantBest: true });
        const weights = new Float32Array(batch.size * batch.responseLength);
        batch.lengths_B.forEach((length, b) => {
            const at = b * batch.responseLength;
            weights.fill(tokenWeight(settings.aggregation, length, counts), at, at + length);
        });
        const weights_BT = tf.tensor2d(weights, [batch.size, batch.responseLength]);
        return { loss: crossEntropy(logps_BT, weights_BT), aside: { mostLikely: tf.sum(best_BT) } };
    });
    const descent = accumulateGradients(policy, losses);
    try {
        const { gradNorm, skipped } = await optimizer.step(descent.gradients, settings.optimizer);
        const [loss, mostLikely] = await Promise.all([descent.loss.data(), descent.aside['mostLikely'].data()]);
        return { loss: loss[0] ?? Number.NaN, gradNorm, skipped, mostLikely: mostLikely[0] ?? Number.NaN };
    }
    finally {
        disposeGradients(descent);
    }
}
