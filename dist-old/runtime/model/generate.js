import { giveTurn } from "../tensor/give-turn.js";
import { tf } from "../tensor/tf.js";
import { traced } from "../tensor/traced.js";
import { HeapCache } from "./heap-cache.js";
import { FusedProjections } from "./fused-projections.js";
import { hasHeapKernels } from "./kernels/wasm-heap.js";
import { rotaryAngles, rotaryFrequencies } from "./ops/rotary.js";
import { prefillHiddenStates } from "./packed-forward.js";
import { draw, probabilitiesOf, sequenceUniforms } from "./sampling.js";
import { embed, finalGain, finalNorm, headTable, layerOutput, logitsOf } from "./transformer.js";
import { WindowedCache } from "./windowed-cache.js";
/**
 * Samples responses, `samplesPerPrompt` to each prompt; the result is by prompt, then by sample. A prompt is
 * computed once for all its samples, keys and values are remembered, and ended sequences leave the batch. Every
 * sequence draws from a stream of its own, so it does not matter which others have ended. On one backend the
 * same policy, prompts and stream give the same result to the bit.
 */
export async function generate(policy, prompts, samplesPerPrompt, options) {
    const sequences = prompts.flatMap((_, prompt) => Array.from({ length: samplesPerPrompt }, (_, sample) => ({
        prompt,
        sample,
        tokens: [],
        logprobs: [],
        uniform: sequenceUniforms(options.random),
        ended: false,
    })));
    if (sequences.length > 0 && options.maxTokens > 0)
        await decode(policy, prompts, sequences, options);
    for (const sequence of sequences)
        if (!sequence.ended)
            tellEnd(sequence, options);
    return prompts.map((_, p) => sequences.slice(p * samplesPerPrompt, (p + 1) * samplesPerPrompt).map(generationOf));
}
function generationOf({ tokens, logprobs, ended }) {
    return { tokens, logprobs: Float32Array.from(logprobs), truncated: !ended };
}
function tellEnd(sequence, { onEnd }) {
    onEnd?.(sequence.prompt, sequence.sample, generationOf(sequence));
}
async function decode(policy, prompts, sequences, options) {
    const { first_PV, keys } = prefill(policy, prompts, options);
    // The fused kernels make small operations cheap; everywhere else fewer of them are worth the copy.
    const fused = hasHeapKernels() ? undefined : new FusedProjections(policy);
    let cache;
    try {
        await drawAll(sequences, first_PV, (a) => sequences[a].prompt, options);
        let rows = sequences.filter((sequence) => !sequence.ended);
        if (options.maxTokens === 1 || rows.length === 0)
            return;
        cache = newCache(policy, keys, Int32Array.from(rows, (row) => row.prompt), options.maxTokens - 1);
        for (let length = 1; length < options.maxTokens; length++) {
            const next_AV = decodeStep(policy, { cache, fused }, prompts, rows, options);
            await drawAll(rows, next_AV, (a) => a, options);
            await giveTurn();
            const live = Int32Array.from(rows.keys()).filter((a) => !rows[a].ended);
            if (live.length === 0)
                return;
            if (worthCompacting(live.length, rows.length)) {
                cache.retain(live);
                rows = Array.from(live, (a) => rows[a]);
            }
        }
    }
    finally {
        cache?.dispose();
        fused?.dispose();
        keys.keys_NK.forEach((tensor) => tensor.dispose());
        keys.values_NK.forEach((tensor) => tensor.dispose());
    }
}
function newCache(policy, keys, promptOfRow_A, capacity) {
    return hasHeapKernels() && policy.config.headWidth % 4 === 0
        ? new HeapCache(policy.config, keys, promptOfRow_A, capacity)
        : new WindowedCache(policy.config, keys, promptOfRow_A);
}
/** Copying the cache costs about one step; it pays when a good part of the rows has ended. */
function worthCompacting(live, rows) {
    return live <= rows * 0.8;
}
/** Computes each prompt once: the probabilities of the token after it, and the keys and values of its rows. */
function prefill(policy, prompts, { temperature }) {
    const segments = [];
    let rows = 0;
    for (const prompt of prompts) {
        segments.push({ start: rows, length: prompt.length, prefixStart: 0, prefixLength: 0 });
        rows += prompt.length;
    }
    const batch = {
        tokens_N: Int32Array.from(prompts.flat()),
        positions_N: Int32Array.from(prompts.flatMap((prompt) => [...prompt.keys()])),
        segments,
    };
    let keys;
    const first_PV = tf.tidy(() => {
        const lastRows = Int32Array.from(segments, ({ start, length }) => start + length - 1);
        const { hidden_RD, keys_NK, values_NK } = prefillHiddenStates(policy, batch, tf.tensor1d(lastRows, 'int32'));
        keys = {
            keys_NK: keys_NK.map((tensor) => tf.keep(tensor)),
            values_NK: values_NK.map((tensor) => tf.keep(tensor)),
            starts_P: Int32Array.from(segments, (segment) => segment.start),
            lengths_P: Int32Array.from(segments, (segment) => segment.length),
        };
        return probabilitiesOf(logitsOf(policy, hidden_RD), temperature);
    });
    return { first_PV, keys: keys };
}
/** Probabilities of the next token of every row, from the last token of each. */
function decodeStep(policy, { cache, fused }, prompts, rows, { temperature }) {
    const tokens_A = new Int32Array(cache.rows);
    const positions_A = new Int32Array(cache.rows);
    rows.forEach(({ prompt, tokens }, a) => {
        tokens_A[a] = tokens.at(-1);
        positions_A[a] = prompts[prompt].length + tokens.length - 1;
    });
    const { layers } = policy.config;
    return tf.tidy(() => {
        const angles = rotaryAngles(rotaryFrequencies(policy.config), positions_A);
        let x_AD = embed(policy, tf.tensor1d(tokens_A, 'int32'));
        cache.begin();
        for (let layer = 0; layer < layers; layer++) {
            const before_AD = x_AD;
            const read = [...cache.tensors(layer), ...(fused?.tensors(layer) ?? [])];
            const attend = (q, k, v) => cache.attend(layer, q, k, v);
            const [after_AD, ...grown] = traced(`decode ${policy.shapeKey}`, [before_AD, ...policy.layerWeights(layer), angles.cos, angles.sin, ...read], () => [layerOutput(policy, layer, before_AD, angles, attend, { fused }), ...cache.grown()]);
            cache.keep(layer, grown);
            x_AD = after_AD;
        }
        cache.end();
        return nextProbabilities(policy, x_AD, temperature);
    });
}
/** Probabilities of the next token after rows that have gone through all layers: [A, V]. */
function nextProbabilities(policy, x_AD, temperature) {
    const [probabilities_AV] = traced(`next ${policy.shapeKey} at ${temperature}`, [x_AD, finalGain(policy), headTable(policy)], () => [probabilitiesOf(logitsOf(policy, finalNorm(policy, x_AD)), temperature)]);
    return probabilities_AV;
}
/** Draws the next token of every row that has not ended; frees the probabilities. */
async function drawAll(rows, probabilities, rowOf, options) {
    const { temperature, topP = 1, eosIds } = options;
    const V = probabilities.shape[1];
    const host = (await probabilities.data());
    probabilities.dispose();
    rows.forEach((row, a) => {
        if (row.ended)
            return;
        const start = rowOf(a) * V;
        const { token, logprob } = draw(host.subarray(start, start + V), row.uniform(), { temperature, topP });
        row.tokens.push(token);
        row.logprobs.push(logprob);
        if (!eosIds.has(token))
            return;
        row.ended = true;
        tellEnd(row, options);
    });
}
