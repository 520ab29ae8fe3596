import { parametersOf, type DecoderShape } from './decoder-shape.ts';
import type { Graph } from './graph.ts';
import { adaptedParameters, adapterParameters, type Lora } from './lora.ts';
import { stagePlan, type StagePlan } from './resolve.ts';
import { greatest, scheduleRange } from './schedule-value.ts';

/** What the stages of a graph ask of memory at most. Lengths are in tokens. */
export interface MemoryLoad {
  /** The adapters that are trained in the place of the weights. */
  readonly lora: Lora | null;
  /** Whether a reference policy is held. */
  readonly reference: boolean;
  /** The longest sequence, prompt and response. */
  readonly longest: number;
  /** Tokens of the greatest mini-batch: more never go through the model at once. */
  readonly rows: number;
  /** Sequences of the greatest rollout or evaluation. */
  readonly sequences: number;
}

/** How much is done at once. */
export interface MemoryLimits {
  /** Tokens through forward and backward. */
  readonly rows: number;
  /** Sequences decoded side by side. */
  readonly sequences: number;
}

/** Bytes that a run holds, by what they are for. `update` and `rollout` do not come together. */
export interface MemoryNeeds {
  /** The process without a model: Node, the backend, the program. */
  readonly process: number;
  readonly policy: number;
  /** What is trained beside the weights; 0: the weights are. */
  readonly adapters: number;
  readonly reference: number;
  readonly moments: number;
  /** Gradients, and what AdamW makes of them before the weights move. */
  readonly gradients: number;
  /** What backward needs of forward, scores included, for all tokens that go through at once. */
  readonly activations: number;
  /** Keys, values and scores of all sequences that are decoded side by side, and the weights with adapters taken in. */
  readonly decoding: number;
  /** The greater of update and rollout with all that is held throughout. */
  readonly peak: number;
}

/** Sequences decoded side by side: from 256 on a decoding step is not faster by sequence, and caches grow. */
export const SEQUENCES = 512;

/** Prompts are known only when they are posed; this much is kept free for them. */
const PROMPT = 128;

/** float32. */
const BYTES = 4;

// Fitted to the native backend's peaks; see spec/decisions/20261128-memory.md.

/** Node, TensorFlow, the program, and what allocators keep. */
const PROCESS = 540 * 2 ** 20;
/** Weights' worth of gradients: their sum over micro-batches, and the copies of graphs on the way. */
const GRADIENT_COPIES = 4.7;
/** Of a layer's vectors for each token: what is held from forward to backward, in every layer. */
const HELD_COPIES = 0.76;
/** Of a layer's vectors for each token: what one layer takes while it is computed, whatever their number. */
const PASSING_COPIES = 1.85;
/** Of the scores of a token. */
const SCORE_COPIES = 2;
/** Weights packed for decoding, in weights' worth: a copy of all, no more. */
const PACKED_COPIES = 1;
/** Of a decoded sequence's keys and values, its prompt's among them; of its scores, here and on the host. */
const CACHE_COPIES = 1.5;
const DRAWN_SCORE_COPIES = 3;

/**
 * What a graph asks of memory, its lengths at their greatest. `mean` makes of the token limit of a stage's responses
 * what they have on average, which is what a mini-batch grows with; by default the limit, which bounds it.
 */
export function loadOf(
  graph: Graph,
  { maxPositions }: DecoderShape,
  mean: (limit: number) => number = (limit) => limit,
): MemoryLoad {
  const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
  const suites = Object.values(graph.suites);
  const responses = [...plans.map(responseOf), ...suites.map(({ maxTokens }) => maxTokens)];
  const samplesOf = (plan: StagePlan): number =>
    plan.kind === 'reinforce' ? greatest(plan.rollout.config.samples) : 1;
  const rowsOf = (plan: StagePlan): number => {
    const { least } = scheduleRange(plan.update.config.updates);
    const groups = Math.ceil(greatest(plan.sample.config.prompts) / Math.max(1, least));
    const response = plan.kind === 'reinforce' ? mean(responseOf(plan)) : SOLUTION;
    return Math.ceil(groups * (PROMPT + samplesOf(plan) * response));
  };
  const sequencesOf = (plan: StagePlan): number =>
    plan.kind === 'reinforce' ? greatest(plan.sample.config.prompts) * samplesOf(plan) : 0;
  return {
    lora: graph.lora,
    reference: plans.some(({ update }) => update.config.kl !== null),
    longest: Math.min(maxPositions, PROMPT + Math.max(0, ...responses)),
    rows: Math.max(1, ...plans.map(rowsOf)),
    sequences: Math.max(
      1,
      ...plans.map(sequencesOf),
      ...suites.map(({ problems, samples }) => problems * samples),
    ),
  };
}

/** A worked solution of the standard tasks is seldom longer. */
const SOLUTION = 64;

function responseOf(plan: StagePlan): number {
  return plan.kind === 'reinforce' ? greatest(plan.rollout.config.maxTokens) : SOLUTION;
}

/** What a run holds at most while it does so much at once. */
export function memoryNeeds(shape: DecoderShape, load: MemoryLoad, limits: MemoryLimits): MemoryNeeds {
  const { lora } = load;
  const weights = BYTES * parametersOf(shape);
  const adapters = lora === null ? 0 : BYTES * adapterParameters(shape, lora);
  // The reference shares what is frozen.
  const trained = lora === null ? weights : adapters;
  const held = {
    process: PROCESS,
    policy: weights,
    adapters,
    reference: load.reference ? trained : 0,
    moments: 2 * trained,
  };
  const gradients = GRADIENT_COPIES * trained;
  const activations = Math.min(limits.rows, load.rows) * rowBytes(shape);
  const merged = lora === null ? 0 : BYTES * adaptedParameters(shape, lora);
  const decoding =
    merged +
    PACKED_COPIES * weights +
    Math.min(limits.sequences, load.sequences) * sequenceBytes(shape, load);
  const throughout = held.process + held.policy + adapters + held.reference + held.moments;
  return {
    ...held,
    gradients,
    activations,
    decoding,
    peak: throughout + Math.max(gradients + activations, decoding),
  };
}

/** Bytes of one token on its way through forward and backward. */
export function rowBytes(shape: DecoderShape): number {
  const { layers, width, hiddenWidth, heads, keyValueHeads, headWidth, vocabularySize } = shape;
  const vectors = 5 * width + 4 * hiddenWidth + 3 * headWidth * (heads + 2 * keyValueHeads);
  return BYTES * ((layers * HELD_COPIES + PASSING_COPIES) * vectors + SCORE_COPIES * vocabularySize);
}

/** Bytes of one sequence that is decoded. */
export function sequenceBytes(shape: DecoderShape, { longest }: MemoryLoad): number {
  const { layers, keyValueHeads, headWidth, vocabularySize } = shape;
  const cache = 2 * layers * keyValueHeads * headWidth * longest;
  return BYTES * (CACHE_COPIES * cache + DRAWN_SCORE_COPIES * vocabularySize);
}

/**
 * The most that can be done at once within so many bytes, never more than `most`; null where not even one sequence
 * goes through.
 */
export function limitsWithin(
  budget: number,
  shape: DecoderShape,
  load: MemoryLoad,
  most: MemoryLimits,
): MemoryLimits | null {
  const least = memoryNeeds(shape, load, { rows: 0, sequences: 0 });
  const { gradients, decoding: packed } = least;
  const free = budget - least.peak + Math.max(gradients, packed);
  const rows = Math.floor((free - gradients) / rowBytes(shape));
  const sequences = Math.floor((free - packed) / sequenceBytes(shape, load));
  if (rows < load.longest || sequences < 1) return null;
  return { rows: Math.min(most.rows, rows), sequences: Math.min(most.sequences, sequences) };
}
