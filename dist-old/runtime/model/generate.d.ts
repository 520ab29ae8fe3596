import type { Random } from '../tasks/task.ts';
import type { Policy } from './policy.ts';
export interface GenerateOptions {
    /** Most tokens of one response, the end token included. */
    readonly maxTokens: number;
    /** 0 always takes the likeliest token. */
    readonly temperature: number;
    /** Default 1: no cut. */
    readonly topP?: number;
    /** Tokens that end a response. */
    readonly eosIds: ReadonlySet<number>;
    /** Two draws a sequence are taken from it, in the order of prompts and samples. */
    readonly random: Random;
    /** Called with each response as soon as it has ended, while others are still being written. */
    readonly onEnd?: ((prompt: number, sample: number, response: Generation) => void) | undefined;
}
/** One response. */
export interface Generation {
    /** The tokens drawn, the end token included where it was drawn. */
    readonly tokens: number[];
    /** Of each token, under the policy at the temperature, over the whole vocabulary. */
    readonly logprobs: Float32Array;
    /** True where `maxTokens` ended it. */
    readonly truncated: boolean;
}
/**
 * Samples responses, `samplesPerPrompt` to each prompt; the result is by prompt, then by sample. A prompt is
 * computed once for all its samples, keys and values are remembered, and ended sequences leave the batch. Every
 * sequence draws from a stream of its own, so it does not matter which others have ended. On one backend the
 * same policy, prompts and stream give the same result to the bit.
 */
export declare function generate(policy: Policy, prompts: readonly (readonly number[])[], samplesPerPrompt: number, options: GenerateOptions): Promise<Generation[][]>;
