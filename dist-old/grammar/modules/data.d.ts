import type { Workspace } from '../workspace.ts';
import type { Module } from './module.ts';
/** Where a file of data is that a module names, and its text, or why there is none. */
export interface DataFile {
    readonly at: string;
    readonly found: ReturnType<Workspace['read']>;
}
/** Finds files of data as modules name them: from the root of the disk, or from the module's folder. */
export declare function dataFinder(workspace: Workspace): (path: string, from: Module) => DataFile;
