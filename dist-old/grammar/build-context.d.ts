import type { CstNode, IToken } from 'chevrotain';
import type { Missing, Name } from './ast.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { type Source } from './source.ts';
import type { Span } from './span.ts';
/** What the tree's builders share: the source, its doc comments, and the problems found on the way. */
export declare class BuildContext {
    readonly source: Source;
    readonly diagnostics: Diagnostic[];
    /** By the line on which they stand; only those that have the line to themselves. */
    private readonly docs;
    constructor(source: Source, comments: readonly IToken[]);
    /** The doc comment on the lines right above a span that begins its line; empty: none. */
    docAbove(span: Span): string;
    /** The span of all real tokens under a node, or an empty one at `fallback`. */
    span(node: CstNode, fallback?: number): Span;
    name(token: IToken | undefined, at: Span): Name;
    /** A hole at the end of what is there. */
    hole(at: Span): Missing;
    report(diagnostic: Diagnostic): void;
    private empty;
}
/** The children of a node under a name: tokens. */
export declare function tokens(node: CstNode, name: string): IToken[];
export declare function token(node: CstNode, name: string): IToken | undefined;
/** The children of a node under a name: nodes. */
export declare function nodes(node: CstNode, name: string): CstNode[];
export declare function child(node: CstNode, name: string): CstNode | undefined;
