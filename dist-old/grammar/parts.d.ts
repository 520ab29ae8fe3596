import type { IToken } from 'chevrotain';
import type { TopLevel } from './build-ast.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import type { Source } from './source.ts';
/** One import or declaration of a file, as parsed, with what was reported of it alone. */
export interface Part {
    readonly top: TopLevel | undefined;
    readonly syntax: readonly Diagnostic[];
    /** Reported while the tree was built. */
    readonly built: readonly Diagnostic[];
    /** How many tokens it takes. */
    readonly count: number;
}
/**
 * The parts of a file as it was parsed last. A part is used again, moved to where it stands now,
 * where it has the same text and stands between the same tokens: its parse saw nothing else.
 */
export declare class KnownParts {
    /** By their first words. */
    private before;
    private now;
    private source;
    private tokens;
    /** How many parts of the last text were parsed anew. */
    parsed: number;
    begin(source: Source, tokens: readonly IToken[]): void;
    /** The part that begins at a token, if it is known. */
    find(at: number): Part | undefined;
    keep(at: number, part: Part): void;
    private words;
    private text;
    private fits;
}
