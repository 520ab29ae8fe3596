import type { Problem } from './task.ts';
export type Split = 'train' | 'heldout';
/** Problems that are all there from the beginning, as those of a data set are: they are drawn by their numbers. */
export interface Stock {
    /** How many problems a split has; several may have the same prompt. */
    size(split: Split): number;
    /** Problem `n` of a split, counted from 0. */
    problem(split: Split, n: number): Promise<Problem>;
    /** Numbers of the training problems with the longest prompts, which must fit into the model's context too. */
    readonly longest: readonly number[];
    /** What tells a problem of it from others: its prompt as the data have it. */
    keyOf(problem: Problem): string;
    /** Whether a problem with this prompt, as the data have it, is among the training problems. */
    trainsOn(prompt: string): boolean;
}
