import { parametersOf, type DecoderShape } from './decoder-shape.ts';
import type { Graph } from './graph.ts';
import { stagePlan, type StagePlan } from './resolve.ts';
import { greatestOf } from './schedule.ts';

/** What the stages of a graph ask of memory at most. Lengths are in tokens. */
export interface MemoryLoad {
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
  readonly reference: number;
  readonly moments: number;
  /** Gradients, and what AdamW makes of them before the weights move. */
  readonly gradients: number;
  /** What backward needs of forward, scores included, for all tokens that go through at once. */
  readonly activations: number;
  /** Keys, values and scores of all sequences that are decoded side by side. */
  readonly decoding: number;
  /** The greater of update and rollout with all that is held throughout. */
  readonly peak: number;
}

/** Prompts are known only when they are posed; this much is kept free for them. */
const PROMPT = 128;

/** float32. */
const BYTES = 4;

/** Measured; see spec/decisions/20261128-memory.md. */
const PROCESS = 420e6;
/** Weights' worth of gradients, their sum over micro-batches, their flat copy and the change of the weights. */
const GRADIENT_COPIES = 4;
/** Copies of a layer's vectors that are held from forward to backward, and while a layer is computed. */
const ACTIVATION_COPIES = 1;
/** Copies of the scores of a token: scores, their gradient and one on the way. */
const SCORE_COPIES = 3;

/** What a graph asks of memory, its lengths at their greatest. */
export function loadOf(graph: Graph, { maxPositions }: DecoderShape): MemoryLoad {
  const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
  const suites = Object.values(graph.suites);
  const responses = [...plans.map(responseOf), ...suites.map(({ maxTokens }) => maxTokens)];
  const rowsOf = (plan: StagePlan): number => {
    const each = plan.kind === 'reinforce' ? plan.rollout.config.samples : 1;
    const groups = Math.ceil(plan.sample.config.prompts / plan.update.config.updates);
    return groups * (PROMPT + each * responseOf(plan));
  };
  const sequencesOf = (plan: StagePlan): number =>
    plan.kind === 'reinforce' ? plan.sample.config.prompts * plan.rollout.config.samples : 0;
  return {
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
  return plan.kind === 'reinforce' ? greatestOf(plan.rollout.config.maxTokens) : SOLUTION;
}

/** What a run holds at most while it does so much at once. */
export function memoryNeeds(shape: DecoderShape, load: MemoryLoad, limits: MemoryLimits): MemoryNeeds {
  const weights = BYTES * parametersOf(shape);
  const held = {
    process: PROCESS,
    policy: weights,
    reference: load.reference ? weights : 0,
    moments: 2 * weights,
  };
  const gradients = GRADIENT_COPIES * weights;
  const activations = Math.min(limits.rows, load.rows) * rowBytes(shape, load);
  const decoding = Math.min(limits.sequences, load.sequences) * sequenceBytes(shape, load);
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
export function rowBytes(shape: DecoderShape, { longest }: MemoryLoad): number {
  const { layers, width, hiddenWidth, heads, keyValueHeads, headWidth, vocabularySize } = shape;
  const attention = 3 * headWidth * (heads + 2 * keyValueHeads) + heads * longest;
  const layer = 5 * width + 4 * hiddenWidth + attention;
  return BYTES * (ACTIVATION_COPIES * layers * layer + SCORE_COPIES * vocabularySize);
}

/** Bytes of one sequence that is decoded: its keys and values, its scores here and on the host. */
export function sequenceBytes(shape: DecoderShape, { longest }: MemoryLoad): number {
  const { layers, keyValueHeads, headWidth, vocabularySize } = shape;
  return BYTES * (2 * layers * keyValueHeads * headWidth * longest + SCORE_COPIES * vocabularySize);
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
  const forUpdate = budget - least.peak;
  const rows = Math.floor(forUpdate / rowBytes(shape, load));
  const sequences = Math.floor((forUpdate + least.gradients) / sequenceBytes(shape, load));
  if (rows < load.longest || sequences < 1) return null;
  return { rows: Math.min(most.rows, rows), sequences: Math.min(most.sequences, sequences) };
}
