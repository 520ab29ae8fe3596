import type { CstNode, IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { type BuildContext } from './build-context.ts';
import { type Span } from './span.ts';
/** Builds an expression of a node of the rule `expression`; a hole at the end of `at` where there is none. */
export declare function buildExpression(c: BuildContext, node: CstNode | undefined, at: Span): ast.Expression;
/** A field's value: several expressions with commas between make a list. */
export declare function buildValue(c: BuildContext, node: CstNode | undefined, at: Span): ast.Expression;
/** Builds an expression of a node of the rule `range`. */
export declare function buildRange(c: BuildContext, node: CstNode | undefined, at: Span): ast.Expression;
/** Builds a node of the rule `number`. */
export declare function buildNumber(c: BuildContext, node: CstNode, at: Span): ast.NumberLiteral | ast.Quantity | ast.Missing;
/** Builds a path or call of a node of the rule `reference`. */
export declare function buildReference(c: BuildContext, node: CstNode | undefined, at: Span): ast.Path | ast.Call | ast.Missing;
export declare function buildPath(c: BuildContext, node: CstNode | undefined, at: Span): ast.Path | undefined;
/** Resolves the escapes of a string. */
export declare function buildString(c: BuildContext, found: IToken): ast.StringLiteral;
