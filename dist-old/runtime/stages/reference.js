import { giveTurn } from "../tensor/give-turn.js";
import { tf } from "../tensor/tf.js";
import { packMicroBatches } from "../model/batch.js";
import { tokenLogprobs } from "../model/logprobs.js";
/**
 * Log probabilities of every sampled token under a policy, at the sampling temperature so that they
 * compare with the rollout's. No gradients. The answer has the shape of the groups: [group][sample][token].
 */
export async function groupLogprobs(policy, groups_G, temperature, maxRows) {
    const samples = groups_G.flatMap(({ prompt, responses_S }) => responses_S.map((response) => ({ prompt: prompt.tokens, response: response.tokens })));
    const logps = [];
    for (const batch of packMicroBatches(samples, maxRows)) {
        const logps_BT = tf.tidy(() => tokenLogprobs(policy, batch, { temperature }).logps_BT);
        try {
            logps.push(...unpack(await logps_BT.data(), batch));
        }
        finally {
            logps_BT.dispose();
        }
        await giveTurn();
    }
    let next = 0;
    return groups_G.map(({ responses_S }) => responses_S.map(() => logps[next++] ?? new Float32Array()));
}
/** Rows of a padded [B, T] array, each cut to its own length. */
export function unpack(values, batch) {
    return Array.from({ length: batch.size }, (_, b) => Float32Array.from({ length: batch.lengths_B[b] ?? 0 }, (_, t) => values[b * batch.responseLength + t] ?? Number.NaN));
}
