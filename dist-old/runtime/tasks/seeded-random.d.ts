import type { Random } from './task.ts';
/** A stream of random draws for the tests of a task: the same seed gives the same draws. A run has its own streams. */
export declare function seededRandom(seed: number): Random;
