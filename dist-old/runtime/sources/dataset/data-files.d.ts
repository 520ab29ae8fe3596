import type { DatasetReference } from '../../graph/index.ts';
import type { Complaints } from './complaints.ts';
/** A file of rows, and what messages call it. */
export interface DataFile {
    readonly path: string;
    readonly shown: string;
}
/** The files of a data set's rows, and of the rows that it keeps from training where those are in files of their own. */
export interface DataFiles {
    readonly rows: readonly DataFile[];
    readonly heldout: readonly DataFile[] | null;
}
/** Finds them. `locate` makes a path of the graph one of the file system. What is amiss is raised as a complaint. */
export declare function findDataFiles({ path, config, split, heldout }: DatasetReference, locate: (path: string) => string, complaints: Complaints): DataFiles;
