import type { SettingValue, TaskReference, VerifierReference } from '../../runtime/graph/index.ts';
import type { StringLiteral } from '../ast.ts';
import type { Module } from '../modules/index.ts';
import type { Sourced, TaskUse, VerifierUse } from '../types/value.ts';
/** Where files are, as the graph names them. */
export interface Locate {
    code(path: StringLiteral, from: Module): {
        module: string;
        library: string | null;
    };
    /** The folder of a module, relative to its library's root or to the pipeline file's folder. */
    folder(of: Module): {
        folder: string;
        library: string | null;
    };
    file(path: Pick<StringLiteral, 'value'>, from: Module): {
        path: string;
        library: string | null;
    };
}
export declare function lowerTask(task: TaskUse, locate: Locate): TaskReference;
export declare function lowerVerifier(verifier: VerifierUse, locate: Locate): VerifierReference;
export declare function lowerSettings(settings: ReadonlyMap<string, Sourced>): Record<string, SettingValue>;
