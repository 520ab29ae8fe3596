import type { IToken } from 'chevrotain';
import { type Diagnostic } from './diagnostics/index.ts';
import { type Source } from './source.ts';
/** The tokens of a file, without comments, which stand beside them. */
export interface Lexed {
    readonly tokens: IToken[];
    readonly comments: readonly IToken[];
    readonly diagnostics: readonly Diagnostic[];
}
/** A file that is longer (in UTF-16 units) is not read. */
export declare const longestFile: number;
/** Splits a text into tokens. What is no token is reported and left out. */
export declare function lex(source: Source): Lexed;
