import type { CstNode } from 'chevrotain';
import { RecoveringParser } from './recovery.ts';
import * as t from './tokens.ts';
/** The rules of expressions: values, schedules and conditions. */
export declare abstract class ExpressionParser extends RecoveringParser {
    /** An expression, or several bare ones of a kind with commas between. */
    protected readonly value: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly expression: (idxInCallingRule?: number) => CstNode;
    protected readonly conjunction: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly condition: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly scheduled: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly piece: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly range: (idxInCallingRule?: number) => CstNode;
    /** Flat, so that a lone value costs one rule; `*` and `/` bind first when the tree is built. */
    protected readonly sum: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly primary: import("chevrotain").ParserMethod<[], CstNode>;
    /** A minus sign before what is no number. */
    protected readonly negative: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly number: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly list: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly element: import("chevrotain").ParserMethod<[], CstNode>;
    /** A path, called or not. */
    protected readonly reference: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly path: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly arguments: import("chevrotain").ParserMethod<[], CstNode>;
    /** How many calls the parser is within, so that a comma may end an argument. */
    private calls;
    protected readonly argument: import("chevrotain").ParserMethod<[], CstNode>;
    /**
     * `-limit`, `-(a + b)`; a minus before a number is part of the number, and one that begins a line is a mistake, unless
     * it begins an element in brackets.
     */
    protected isNegative(): boolean;
    protected inside(closer: (typeof t)['RCurly']): boolean;
    /** The comma between two elements; the last may have one too. */
    protected separator(closer: (typeof t)['RCurly']): void;
    /**
     * `, linear to 2 at 5 steps`. Within a call `, drifted for 5 steps` is the next argument: without "to" only what is
     * called as a shape, or nearly so, is a piece there.
     */
    protected startsPiece(): boolean;
    protected continuesList(): boolean;
    /** `for`, `at`, `from`, `until` as the word that they are, not as a field of that name. */
    protected isWord(): boolean;
    /** A word that joins the parts of a condition or clause, used as such: `kl.mean > for 5 steps`. */
    protected isJoint(): boolean;
    /** The name behind a number is its unit unless it begins something else. */
    protected isUnit(): boolean;
    /** What stands here begins the next field or declaration. */
    protected valueIsMissing(): boolean;
}
