import type { CstNode, IParserConfig, IRecognitionException, IToken } from 'chevrotain';
import { BlockParser } from './parser-blocks.ts';
/** How many tokens behind a part the parser may look at before it ends the part. */
export declare const lookahead = 4;
export interface Recognized {
    readonly root: CstNode;
    readonly errors: readonly IRecognitionException[];
}
/**
 * The grammar: a file is a row of declarations, all of one form. Which parts a kind of declaration
 * needs, and which items a block takes, is checked on the tree, where the message can say more.
 */
export declare class ProrlParser extends BlockParser {
    constructor(config?: IParserConfig);
    /** How many top-level parts `sourceFile` still takes. */
    private left;
    readonly sourceFile: import("chevrotain").ParserMethod<[], CstNode>;
    /** Parses the whole of a row of tokens. */
    whole(tokens: IToken[]): Recognized;
    /**
     * Parses the one import or declaration that begins at a token, as it would be parsed within the
     * whole. It sees the token before it and up to four behind it (`lookahead`), and nothing else.
     */
    part(tokens: IToken[], at: number): Recognized & {
        readonly next: number;
    };
    private recognize;
    /** What stands behind a part is no mistake: Chevrotain asks at the end, and would report it. */
    isAtEndOfInput(): boolean;
    protected readonly topLevel: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly edition: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly import: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly importedNames: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly importedName: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly declaration: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly domain: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly levels: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly level: import("chevrotain").ParserMethod<[], CstNode>;
    /** `=`; `:` is understood and reported. */
    protected readonly assignment: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly parameters: import("chevrotain").ParserMethod<[], CstNode>;
    protected readonly parameter: import("chevrotain").ParserMethod<[], CstNode>;
    protected typeDepth: number;
    protected readonly type: import("chevrotain").ParserMethod<[], CstNode>;
    protected startsKnownDeclaration(): boolean;
    /** `let a 1`. */
    protected signIsMissing(word: IToken): boolean;
    protected reportNoValue(word: IToken): void;
    protected nameIsMissing(): boolean;
    protected takesType(word: IToken): boolean;
}
