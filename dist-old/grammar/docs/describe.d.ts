import type { Diagnostic } from '../diagnostics/index.ts';
import { type LibraryRef } from '../modules/index.ts';
import type { Workspace } from '../workspace.ts';
import type { CodeOfTask, ExportDocs } from './docs.ts';
export interface DescribedModule {
    readonly exports: readonly ExportDocs[];
    readonly diagnostics: readonly Diagnostic[];
    readonly sources: ReadonlyMap<string, string>;
    /** What implements the exported tasks, by name. */
    readonly code: ReadonlyMap<string, CodeOfTask>;
}
/** Reads what a module exports, as its documentation tells it. `library`: the package that it belongs to. */
export declare function describeModule(file: string, library: LibraryRef | null, workspace: Workspace): DescribedModule;
