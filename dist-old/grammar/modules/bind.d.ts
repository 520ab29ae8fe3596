import type { Import, SourceFile } from '../ast.ts';
import { type Diagnostic } from '../diagnostics/index.ts';
import type { LibraryRef, Module } from './module.ts';
/** An import with the modules that it may take names from; null: they were not found, which is reported. */
export interface ResolvedImport {
    readonly import: Import;
    readonly from: readonly Module[] | null;
}
/**
 * Makes a module: gives each name its meaning, and reports names that clash or are not exported. `lost`: the names
 * that syntax errors may have taken; null where there are none.
 */
export declare function bindNames(file: string, library: LibraryRef | null, syntax: SourceFile, lost: ReadonlySet<string> | null, imports: readonly ResolvedImport[], report: Diagnostic[]): Module;
