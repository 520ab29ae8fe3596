import { type DecoderShape } from './decoder-shape.ts';
import type { Graph } from './graph.ts';
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
/** Sequences decoded side by side: from 256 on a decoding step is not faster by sequence, and caches grow. */
export declare const SEQUENCES = 512;
/** What a graph asks of memory, its lengths at their greatest. */
export declare function loadOf(graph: Graph, { maxPositions }: DecoderShape): MemoryLoad;
/** What a run holds at most while it does so much at once. */
export declare function memoryNeeds(shape: DecoderShape, load: MemoryLoad, limits: MemoryLimits): MemoryNeeds;
/** Bytes of one token on its way through forward and backward. */
export declare function rowBytes(shape: DecoderShape, { longest }: MemoryLoad): number;
/** Bytes of one sequence that is decoded. */
export declare function sequenceBytes(shape: DecoderShape, { longest }: MemoryLoad): number;
/**
 * The most that can be done at once within so many bytes, never more than `most`; null where not even one sequence
 * goes through.
 */
export declare function limitsWithin(budget: number, shape: DecoderShape, load: MemoryLoad, most: MemoryLimits): MemoryLimits | null;
