/** Rows of numbers, all equally long. */
export type Matrix = readonly (readonly number[])[];
/** `[1 2;3 4]`: rows divided by semicolons. */
export declare function writeMatrix(matrix: Matrix): string;
/** Reads a matrix of whole numbers, as `writeMatrix` writes it, with commas for spaces if one likes. */
export declare function readMatrix(text: string): number[][] | undefined;
/** The share of entries that are the same; 0 where one is no matrix or their sizes differ. */
export declare function shareOfEntries(given: string, expected: string): number;
/** Whether both texts are the same matrix. */
export declare function sameMatrix(given: string, expected: string): boolean;
