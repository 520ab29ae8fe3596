import type { CstNode, IToken } from 'chevrotain';
import { type Gap } from './comments.ts';
import type { Doc } from './doc.ts';
/**
 * The words (tokens) of a file in their order, and the comments in the gaps between them. A layout puts out each word
 * once or drops it; `print` holds it to that, and puts out the comments of each gap itself. So none can be lost.
 */
export declare class Words {
    private readonly tokens;
    private readonly indices;
    /** Before each token, and at last behind all. */
    private readonly comments;
    private readonly dropped;
    constructor(tokens: readonly IToken[], comments: readonly IToken[]);
    /** The text of a token, with the comments in the gap before it. */
    token(token: IToken): Doc;
    /** The end of the file, with the comments before it. */
    end(): Doc;
    /** Leaves a token out of the layout; the gaps around it become one. To be said before the gap is asked for. */
    drop(token: IToken | undefined): void;
    /** The gap before a token, before the first token of a node, or (`end`) behind all tokens. */
    gap(at: IToken | CstNode | 'end'): Gap;
    /** The tokens of a node, in their order. */
    all(node: CstNode): readonly IToken[];
    /** The gaps before all words that are put out, by the word's index. */
    gaps(): ReadonlyMap<number, Gap>;
    private index;
    private gapAt;
}
