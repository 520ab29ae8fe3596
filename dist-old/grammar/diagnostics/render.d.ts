import type { Diagnostic } from './diagnostic.ts';
/** The text of each file that a diagnostic may point into, by the name that spans give it. */
export type Sources = ReadonlyMap<string, string>;
export interface RenderOptions {
    /** Default: no colour. */
    readonly color?: boolean;
    /** Columns of the terminal; default 100. */
    readonly width?: number;
    /** How a file is called in the output; default: its name. */
    readonly display?: (file: string) => string;
}
/** A diagnostic as a person reads it: where, what, why, and how to mend it. Ends without a line break. */
export declare function renderDiagnostic(d: Diagnostic, sources: Sources, options?: RenderOptions): string;
/** `2 errors, 1 warning`, or `no problems`. */
export declare function renderSummary(diagnostics: readonly Diagnostic[]): string;
