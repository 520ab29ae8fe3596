import type { Graph, PipelineTest } from '../runtime/graph/index.ts';
import { type Diagnostic } from './diagnostics/index.ts';
import { type Origins } from './lower/index.ts';
import { type ParseText } from './modules/index.ts';
import type { Workspace } from './workspace.ts';
export interface CompileOptions {
    /** Which pipeline of the file; without it the file's only one. */
    readonly pipeline?: string;
    /** Parses files; without it every file is parsed anew. */
    readonly parse?: ParseText;
    /** False: the program is checked, and neither graph nor tests are made of it. */
    readonly lower?: boolean;
}
/** All that a compiler can say about a file. */
export interface Compilation {
    /** In order of file and place; errors and warnings. */
    readonly diagnostics: readonly Diagnostic[];
    /** Null where there are errors, or where the file has no pipeline: it is a library then. */
    readonly graph: Graph | null;
    /** The tests of the entry file; none where there are errors. */
    readonly tests: readonly PipelineTest[];
    /** Where each value of the graph was written, by JSON pointer. */
    readonly origins: Origins;
    /** The text of every file read. */
    readonly sources: ReadonlyMap<string, string>;
    /** The names of the entry file's pipelines, in order. */
    readonly pipelines: readonly string[];
}
/** Reads, checks and lowers a file and what it imports. Never throws: whatever is wrong is a diagnostic. */
export declare function compile(entryFile: string, workspace: Workspace, options?: CompileOptions): Compilation;
