import { giveTurn } from "../tensor/give-turn.js";
import { tf } from "../tensor/tf.js";
import { packMicroBatches } from "../model/batch.js";
import { accumulateGradients, disposeGradients } from "../model/gradients.js";
import { tokenLogprobs } from "../model/logprobs.js";
import { tokenWeight } from "./aggregation.js";
import { policyLoss } from "./loss.js";
import { ratiosOf } from "./ratio.js";
import { unpack } from "./reference.js";
import { boundBy } from "./surrogate.js";
/**
 * Splits groups into mini-batches of nearly equal numbers of groups, in order; never into an empty one,
 * so there are fewer where groups are. A group stays whole, as in ProRL, whose mini-batches count prompts.
 */
export function miniBatches(groups, updates) {
    const count = Math.min(updates, groups.length);
    return Array.from({ length: count }, (_, i) => groups.slice(Math.floor((i * groups.length) / count), Math.floor(((i + 1) * groups.length) / count)));
}
/**
 * One update by the policy gradient. A response without advantage is not computed where neither a KL term nor an
 * entropy bonus gives it a gradient; it still counts in the means. Null where nothing of the mini-batch has a
 * gradient: then there is no update, since momentum alone would move the weights.
 */
export async function updatePolicy(policy, optimizer, miniBatch, settings) {
    const counts = {
        responses: miniBatch.length,
        tokens: miniBatch.reduce((sum, sequence) => sum + sequence.response.length, 0),
        divisor: settings.divisor,
    };
    const all = settings.kl !== null || settings.entropy > 0;
    const live = miniBatch.filter((sequence) => sequence.advantage !== 0 || all);
    if (live.length === 0)
        return null;
    const packed = [];
    let start = 0;
    for (const batch of packMicroBatches(live, settings.maxRows)) {
        packed.push({ sequences: live.slice(start, start + batch.size), batch });
        start += batch.size;
    }
    const kept_BT = [];
    const losses = packed.map(({ sequences, batch }) => () => {
        const T = batch.responseLength;
        const { temperature, ratio, surrogate, clip, kl, entropy } = settings;
        const { logps_BT, entropy_BT } = tokenLogprobs(policy, batch, { temperature, wantEntropy: entropy > 0 });
        kept_BT.push(tf.keep(tf.clone(logps_BT)));
        const padded_BT = (valueOf) => padded(sequences, T, valueOf);
        return policyLoss({
            logps_BT,
            oldLogps_BT: padded_BT(({ oldLogps }, t) => oldLogps[t] ?? Number.NaN),
            advantages_B1: tf.tensor2d(sequences.map((sequence) => [sequence.advantage])),
            weights_BT: padded_BT(({ response }) => tokenWeight(settings.aggregation, response.length, counts)),
            ratio: ratio === 'token'
                ? { of: ratio }
                : { of: ratio, shares_BT: padded_BT(({ response }) => 1 / response.length) },
            surrogate,
            clip,
            corrections_BT: sequences.every(({ corrected }) => corrected === null)
                ? null
                : padded_BT(({ corrected }, t) => corrected?.weights[t] ?? Number.NaN),
            kl: kl && {
                ...kl,
                referenceLogps_BT: padded_BT(({ referenceLogps }, t) => referenceLogps?.[t] ?? Number.NaN),
            },
            entropy: entropy_BT === undefined ? null : { coefficient: entropy, entropies_BT: entropy_BT },
        });
    });
    await giveTurn();
    const descent = accumulateGradients(policy, losses);
    try {
        const { gradNorm, skipped } = await optimizer.step(descent.gradients, settings.optimizer);
        const loss = (await descent.loss.data())[0] ?? Number.NaN;
        const bounded = { low: 0, high: 0, dual: 0 };
        let largestRatio = 0;
        for (const [i, { sequences, batch }] of packed.entries()) {
            const logps = unpack(await kept_BT[i].data(), batch);
            sequences.forEach(({ oldLogps, advantage }, b) => {
                for (const ratio of ratiosOf(logps[b] ?? [], oldLogps, settings.ratio)) {
                    const side = boundBy(settings.surrogate, ratio, advantage, settings.clip);
                    if (side !== null)
                        bounded[side] += 1;
                    // Once NaN, it stays NaN: that must show.
                    if (Number.isNaN(ratio) || ratio > largestRatio)
                        largestRatio = ratio;
                }
            });
        }
        return { loss, gradNorm, skipped, bounded, largestRatio };
    }
    finally {
        tf.dispose(kept_BT);
        disposeGradients(descent);
    }
}
/** A [B, T] tensor with a value for each token, 0 at padding. */
function padded(sequences, T, valueOf) {
    const values = new Float32Array(sequences.length * T);
    sequences.forEach((sequence, b) => {
        for (let t = 0; t < sequence.response.length; t++)
            values[b * T + t] = valueOf(sequence, t);
    });
    return tf.tensor2d(values, [sequences.length, T]);
}
