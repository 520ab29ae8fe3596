import type { Split, Stock } from './stock.ts';
import type { Problem, Random, Settings, Task } from './task.ts';
/** What problems are drawn from. */
type Source = Pick<Task, 'name' | 'generate'> & {
    readonly stock?: Stock;
};
export type { Split } from './stock.ts';
/**
 * The split that a problem belongs to, for good: it depends on the task's name and the prompt alone,
 * so no seed, setting or order of drawing can bring a held-out problem into training. About 1 in 8 is held out.
 */
export declare function splitOf(task: string, prompt: string): Split;
/**
 * Draws a problem of one split, by drawing until one belongs to it.
 * Throws ProrlError where the settings seem to leave no problem in the split.
 */
export declare function drawProblem(task: Source, settings: Settings, split: Split, random: Random): Promise<Problem>;
/** The held-out problems found for a suite. */
export interface HeldoutDraw {
    /** All different, in the order drawn. */
    readonly problems: readonly Problem[];
    /** True where the settings hold no further held-out problem, so that there may be fewer than asked for. */
    readonly exhausted: boolean;
}
/**
 * Draws up to `count` different held-out problems. Small problem spaces hold fewer (one-digit products
 * have about ten): then all there are come back and `exhausted` is set, for the suite to say so. None is
 * ever repeated, since counting a problem twice would make a figure look surer than it is.
 * `besides`: problems of the same task that are drawn already, and are not drawn again.
 * Throws ProrlError where there is not even one.
 */
export declare function drawHeldout(task: Source, settings: Settings, count: number, random: Random, besides?: readonly Problem[]): Promise<HeldoutDraw>;
