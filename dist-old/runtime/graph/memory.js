import { parametersOf } from "./decoder-shape.js";
import { stagePlan } from "./resolve.js";
import { greatest, scheduleRange } from "./schedule-value.js";
/** Sequences decoded side by side: from 256 on a decoding step is not faster by sequence, and caches grow. */
export const SEQUENCES = 512;
/** Prompts are known only when they are posed; this much is kept free for them. */
const PROMPT = 128;
/** float32. */
const BYTES = 4;
// Fitted to the native backend's peaks; see spec/decisions/20261128-memory.md.
/** Node, TensorFlow, the program, and what allocators keep. */
const PROCESS = 515 * 2 ** 20;
/** Weights' worth of gradients: their sum over micro-batches, and the copies of graphs on the way. */
const GRADIENT_COPIES = 3.9;
/** Of a layer's vectors for each token: what is held from forward to backward, in every layer. */
const HELD_COPIES = 0.2;
/** Of attention weights for each token: the same. */
const HELD_ATTENTION = 1.9;
/** Of a layer's vectors for each token: what one layer takes while it is computed, whatever their number. */
const PASSING_COPIES = 9;
/** Of the scores of a token. */
const SCORE_COPIES = 1;
/** Projections joined for decoding, in weights' worth. */
const JOINED_COPIES = 0.8;
/** Of a decoded sequence's keys and values, while they grow; of its scores, here and on the host. */
const CACHE_COPIES = 3;
const DRAWN_SCORE_COPIES = 3;
/** What a graph asks of memory, its lengths at their greatest. */
export function loadOf(graph, { maxPositions }) {
    const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
    const suites = Object.values(graph.suites);
    const responses = [...plans.map(responseOf), ...suites.map(({ maxTokens }) => maxTokens)];
    const samplesOf = (plan) => plan.kind === 'reinforce' ? greatest(plan.rollout.config.samples) : 1;
    const rowsOf = (plan) => {
        const { least } = scheduleRange(plan.update.config.updates);
        const groups = Math.ceil(greatest(plan.sample.config.prompts) / Math.max(1, least));
        return groups * (PROMPT + samplesOf(plan) * responseOf(plan));
    };
    const sequencesOf = (plan) => plan.kind === 'reinforce' ? greatest(plan.sample.config.prompts) * samplesOf(plan) : 0;
    return {
        reference: plans.some(({ update }) => update.config.kl !== null),
        longest: Math.min(maxPositions, PROMPT + Math.max(0, ...responses)),
        rows: Math.max(1, ...plans.map(rowsOf)),
        sequences: Math.max(1, ...plans.map(sequencesOf), ...suites.map(({ problems, samples }) => problems * samples)),
    };
}
/** A worked solution of the standard tasks is seldom longer. */
const SOLUTION = 64;
function responseOf(plan) {
    return plan.kind === 'reinforce' ? greatest(plan.rollout.config.maxTokens) : SOLUTION;
}
/** What a run holds at most while it does so much at once. */
export function memoryNeeds(shape, load, limits) {
    const weights = BYTES * parametersOf(shape);
    const held = {
        process: PROCESS,
        policy: weights,
        reference: load.reference ? weights : 0,
        moments: 2 * weights,
    };
    const gradients = GRADIENT_COPIES * weights;
    const activations = Math.min(limits.rows, load.rows) * rowBytes(shape, load);
    const decoding = JOINED_COPIES * weights + Math.min(limits.sequences, load.sequences) * sequenceBytes(shape, load);
    const throughout = held.process + held.policy + held.reference + held.moments;
    return {
        ...held,
        gradients,
        activations,
        decoding,
        peak: throughout + Math.max(gradients + activations, decoding),
    };
}
/** Bytes of one token on its way through forward and backward. */
export function rowBytes(shape, { longest }) {
    const { layers, width, hiddenWidth, heads, keyValueHeads, headWidth, vocabularySize } = shape;
    const vectors = 5 * width + 4 * hiddenWidth + 3 * headWidth * (heads + 2 * keyValueHeads);
    const held = layers * (HELD_COPIES * vectors + HELD_ATTENTION * heads * longest);
    return BYTES * (held + PASSING_COPIES * vectors + SCORE_COPIES * vocabularySize);
}
/** Bytes of one sequence that is decoded. */
export function sequenceBytes(shape, { longest }) {
    const { layers, keyValueHeads, headWidth, vocabularySize } = shape;
    const cache = 2 * layers * keyValueHeads * headWidth * longest;
    return BYTES * (CACHE_COPIES * cache + DRAWN_SCORE_COPIES * vocabularySize);
}
/**
 * The most that can be done at once within so many bytes, never more than `most`; null where not even one sequence
 * goes through.
 */
export function limitsWithin(budget, shape, load, most) {
    const least = memoryNeeds(shape, load, { rows: 0, sequences: 0 });
    const { gradients, decoding: joined } = least;
    const free = budget - least.peak + Math.max(gradients, joined);
    const rows = Math.floor((free - gradients) / rowBytes(shape, load));
    const sequences = Math.floor((free - joined) / sequenceBytes(shape, load));
    if (rows < load.longest || sequences < 1)
        return null;
    return { rows: Math.min(most.rows, rows), sequences: Math.min(most.sequences, sequences) };
}
