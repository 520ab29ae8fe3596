import type { CstNode, IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { type Diagnostic } from './diagnostics/index.ts';
import type { KnownParts } from './parts.ts';
export interface Parsed {
    readonly file: ast.SourceFile;
    /** In order of place. */
    readonly diagnostics: readonly Diagnostic[];
}
/** The parser's own tree of a row of tokens, whose brackets must be balanced. Never throws. */
export declare function parseTokens(tokens: IToken[]): CstNode;
/**
 * Parses a text. Never throws: whatever cannot be understood is reported and left out of the tree
 * (see ast.ts on holes). `name` is the file's name for spans. `known`: what was parsed before and may
 * be used again; the result is the same without it.
 */
export declare function parse(name: string, text: string, known?: KnownParts): Parsed;
