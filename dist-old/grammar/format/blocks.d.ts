import type { CstNode } from 'chevrotain';
import { type Doc } from './doc.ts';
import type { Words } from './words.ts';
/** What a block's layout depends on beside its items. */
interface BlockStyle {
    /** The block of a declaration: never on one line. */
    readonly tall: boolean;
    /** The values of its entries align. */
    readonly mixture: boolean;
}
/** Formats a block; see format.ts for its layout. */
export declare function formatBlock(w: Words, node: CstNode, style?: BlockStyle): Doc;
export {};
