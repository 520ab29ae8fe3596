import type { DatasetRecord } from '../sources/opened.ts';
/**
 * Compares the data sets of a run with what it began with: a row drawn by its number would be another one. Throws a
 * ProrlError (pipeline) that says what changed, unless `allowed`; then the same is given back, as warnings.
 */
export declare function compareData(recorded: readonly DatasetRecord[], now: readonly DatasetRecord[], { folder, allowed }: {
    folder: string;
    allowed: boolean;
}): string[];
/** What a reader of the results should know of the data. */
export declare function dataWarnings(data: readonly DatasetRecord[]): string[];
