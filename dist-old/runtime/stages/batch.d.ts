import type { Corrected } from './corrections.ts';
import type { CarefulTask } from '../tasks/careful.ts';
import type { Problem } from '../tasks/task.ts';
/**
 * What flows along the edges of a stage. Suffixes name the axes: G groups (one prompt each), S samples
 * of a group, B responses of a mini-batch, T token positions, V vocabulary.
 */
/** One problem posed to the policy. */
export interface Prompt {
    /** The mixture entry that it was drawn from. */
    readonly entry: string;
    /** The level that it is posed at; null: its entry has none, or it is held out. */
    readonly level: number | null;
    readonly task: CarefulTask;
    readonly problem: Problem;
    readonly tokens: readonly number[];
}
/** One sampled response. */
export interface Response {
    /** The sampled tokens, the end token included where one was sampled. */
    readonly tokens: readonly number[];
    /** Log probability of each token under the policy that sampled it, at the sampling temperature. */
    readonly logps: Float32Array;
    /** Cut off at the token limit: no end token was sampled. */
    readonly truncated: boolean;
    readonly text: string;
}
/** The responses to one prompt. Advantages are relative to the group. */
export interface Group {
    readonly prompt: Prompt;
    readonly responses_S: readonly Response[];
}
/** A response on its way into the loss. */
export interface TrainingSequence {
    readonly prompt: readonly number[];
    readonly response: readonly number[];
    /** Log probabilities under the policy before the step's updates; the denominators of the ratio. */
    readonly oldLogps: Float32Array;
    /** Null: no token's surrogate is weighed. */
    readonly corrected: Corrected | null;
    /** Log probabilities under the reference policy; null where no KL term needs them. */
    readonly referenceLogps: Float32Array | null;
    readonly advantage: number;
}
/** A worked solution as a target: cross entropy is taken over `response`. */
export interface Demonstration {
    readonly prompt: readonly number[];
    readonly response: readonly number[];
}
