import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache, PromptKeys } from './decode-cache.ts';
/**
 * A cache for the WebAssembly backend, written in place: every sequence has a slot of fixed capacity, prompts
 * stay where they were computed and are shared, and a sequence that has ended costs nothing more. It reads
 * `prompts` as long as it lives. Head width must be a multiple of 4.
 */
export declare class HeapCache implements DecodeCache {
    private readonly config;
    private readonly prompts;
    private readonly capacity;
    private readonly cached;
    private readonly longestPrompt;
    /** Of every row: its slot, the first row of its prompt, the rows of that. */
    private places;
    /** How many tokens each layer has been given. */
    private readonly steps;
    constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array, capacity: number);
    get rows(): number;
    begin(): void;
    tensors(): readonly tf.Tensor[];
    /** Nothing: the cache is written in place. */
    grown(): tf.Tensor[];
    keep(): void;
    end(): void;
    attend(layer: number, q: tf.Tensor2D, k: tf.Tensor2D, v: tf.Tensor2D): tf.Tensor2D;
    retain(rows: Int32Array): void;
    dispose(): void;
}
