import type { StringLiteral } from '../ast.ts';
import { type Diagnostic } from '../diagnostics/index.ts';
import type { Workspace } from '../workspace.ts';
import type { LibraryRef } from './module.ts';
/** A file that an import may take names from. */
export interface Target {
    readonly file: string;
    readonly library: LibraryRef | null;
}
/** Where an import leads: one file, or all modules of a package; or why nowhere. */
export type Located = {
    readonly targets: readonly Target[];
} | {
    readonly problem: Diagnostic;
};
/** Finds the files that the string of an import names. `library` is the importing file's own. */
export declare function locate(from: StringLiteral, file: string, library: LibraryRef | null, workspace: Workspace): Located;
