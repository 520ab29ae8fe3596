import { ExpressionParser } from './parser-expressions.ts';
/** The rules of what stands in blocks. */
export declare abstract class BlockParser extends ExpressionParser {
    protected readonly block: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly item: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly field: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly section: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly entry: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly flag: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly keepClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly resetClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly guardClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly scaleClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly evaluateClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly auditClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly checkpointClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly checkpointPart: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly kept: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly runClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly givenClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly givenValue: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected readonly expectClause: import("chevrotain").ParserMethod<[], import("chevrotain").CstNode>;
    protected formOfItem(): string;
    protected itemEnds(): boolean;
    /** A further field on the same line: `problems: 128   samples: 16`. */
    protected startsNamedItem(): boolean;
}
