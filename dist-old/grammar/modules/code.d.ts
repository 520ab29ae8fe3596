import type { StringLiteral } from '../ast.ts';
import { type Diagnostic } from '../diagnostics/index.ts';
import type { Workspace } from '../workspace.ts';
import type { Module } from './module.ts';
/** Where the code of a task is. */
export interface CodeFile {
    /** Relative to the library's root, or to the folder of the pipeline file; as written, so mostly without extension. */
    readonly module: string;
    readonly library: string | null;
}
/**
 * Finds the file that `code("./path")` names, from the module that says so. Only whether it is
 * there is asked: what is in it shows when the run loads it. `entry` is the pipeline file.
 */
export declare function findCode(path: StringLiteral, module: Module, entry: string, workspace: Workspace): {
    code: CodeFile;
} | {
    problem: Diagnostic;
};
