import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache, PromptKeys } from './decode-cache.ts';
/**
 * A cache made of plain operations, for any backend. Each sequence has a store, which begins with its prompt's
 * keys, and a short window that every step writes anew; when the window is full it is moved to the store, whose
 * length grows in steps, so that shapes come back. It takes the rows of the prompts it needs and leaves
 * `prompts` alone.
 */
export declare class WindowedCache implements DecodeCache {
    private readonly config;
    private readonly layers;
    /** Slots of the store in use, and those it has. */
    private used;
    private capacity;
    /** Tokens in the window. */
    private filled;
    /** Tokens of each row's prompt. Rows beyond those asked for are padding. */
    private lengths_A;
    private readonly promptLength;
    private storeMask;
    private step;
    private pending;
    constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array);
    get rows(): number;
    begin(): void;
    tensors(layer: number): readonly tf.Tensor[];
    attend(layer: number, q_AC: tf.Tensor2D, k_AK: tf.Tensor2D, v_AK: tf.Tensor2D): tf.Tensor2D;
    grown(): tf.Tensor[];
    keep(layer: number, grown: readonly tf.Tensor[]): void;
    end(): void;
    retain(rows: Int32Array): void;
    dispose(): void;
    private freeStep;
    private moveWindow;
    private renewMask;
    /** 0 where the store has a token of the row, very negative elsewhere: [A, 1, 1, C]. */
    private maskOfStore;
    private emptyWindow;
}
