import type { CstNode } from 'chevrotain';
import { type Doc } from './doc.ts';
import type { Words } from './words.ts';
type Printer = (w: Words, node: CstNode) => Doc;
/** A field's value: one expression, or several with commas between. */
export declare const formatValue: Printer;
export declare const formatExpression: Printer;
export declare const formatRange: Printer;
export declare const formatNumber: Printer;
export declare const formatReference: Printer;
export declare const formatPath: Printer;
/** A text whose further lines stand in from the first. */
export declare function hanging(parts: readonly Doc[]): Doc;
/** Elements with the commas between them that the source has; lines may end behind the commas. */
export declare function separated(w: Words, node: CstNode, elements: readonly CstNode[], format: Printer): Doc[];
/**
 * A list in brackets: on one line, or each element on a line of its own with a comma behind it.
 * `pad`: spaces inside the brackets of a list on one line.
 */
export declare function bracketed(w: Words, node: CstNode, [opener, closer]: readonly [string, string], elements: readonly CstNode[], format: Printer, { pad }?: {
    pad?: boolean | undefined;
}): Doc;
export {};
