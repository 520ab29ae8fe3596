export declare class FolderProblem extends Error {
    readonly hint: string;
    constructor(why: string, hint: string);
}
/** What a folder of shards holds: its files by split, each a path relative to the folder, in order. */
export type Splits = ReadonlyMap<string, readonly string[]>;
/**
 * The splits of a folder as the Hugging Face hub lays them out: as README.md says under `configs:`, or else by the
 * names of files and folders. Throws FolderProblem where there is no data, or several configurations and none named.
 */
export declare function findSplits(folder: string, config: string | null): Splits;
