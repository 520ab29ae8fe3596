import { type Draw } from '../control/index.ts';
import { type MixtureEntry } from '../graph/index.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { CarefulTask } from '../tasks/careful.ts';
import type { Problem } from '../tasks/task.ts';
import type { Prompt } from './batch.ts';
/** The tasks of all mixtures, by the module and name that the graph gives. */
export type TaskBook = (entry: MixtureEntry) => CarefulTask;
/**
 * Poses the problems that a mixture drew. Problem number n of an entry comes from a stream of its own, so
 * it is the same whatever else is drawn, on every engine and at every batch size.
 */
export declare function posePrompts(draws: readonly Draw[], from: {
    mixture: string;
    seed: number;
    tasks: TaskBook;
    tokenizer: Tokenizer;
}): Promise<Prompt[]>;
/** A problem as the policy reads it. */
export declare function makePrompt(entry: string, task: CarefulTask, problem: Problem, tokenizer: Tokenizer, level?: number | null): Prompt;
/** Throws a ProrlError where a prompt and the longest response do not fit into the model's context together. */
export declare function checkContext(prompts: readonly Prompt[], maxTokens: number, context: number): void;
