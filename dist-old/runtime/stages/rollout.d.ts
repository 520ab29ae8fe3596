import type { Random } from '../tasks/task.ts';
import type { Policy } from '../model/policy.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { Group, Prompt, Response } from './batch.ts';
export interface RolloutSettings {
    readonly samples: number;
    readonly temperature: number;
    readonly topP: number;
    readonly maxTokens: number;
    /** The most sequences decoded side by side; more are done one part after another. */
    readonly maxSequences: number;
}
export interface RolloutWatch {
    /** Groups that are done. */
    readonly onProgress?: (done: number) => void;
    /** Called with response `s` of group `g` as soon as it has ended, while others are still being written. */
    readonly onResponse?: (g: number, s: number, response: Response) => void;
}
/**
 * Samples responses to each prompt from the policy. All randomness comes from `random`: one stream a
 * step, so that the responses of a step do not depend on the steps before it.
 * Throws a ProrlError where a prompt and `maxTokens` exceed the model's context.
 */
export declare function rollout(model: {
    policy: Policy;
    tokenizer: Tokenizer;
}, prompts_G: readonly Prompt[], settings: RolloutSettings, random: Random, { onProgress, onResponse }?: RolloutWatch): Promise<Group[]>;
