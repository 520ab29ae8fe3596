import type { Random, Range } from '../../runtime/tasks/index.ts';
/** Rows of signs, all equally long; written with a slash between rows. */
export type Grid = readonly string[];
/** A grid of signs drawn evenly, its height and width each from the range. */
export declare function drawGrid(side: Range, signs: string, random: Random): string[];
/** Slashes, commas or spaces may divide the rows. */
export declare function readGrid(text: string): string[];
/** The share of cells that are the same; 0 where the shapes differ. */
export declare function shareOfGrid(given: string, expected: string): number;
/** Whether both are the same grid. */
export declare function sameGrid(given: string, expected: string): boolean;
/** The grid with one cell put to another of the signs. */
export declare function spoilGrid(grid: Grid, signs: string, random: Random): string[];
