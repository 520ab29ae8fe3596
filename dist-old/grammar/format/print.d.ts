import { type Gap } from './comments.ts';
import type { Doc } from './doc.ts';
/**
 * Lays a text out, with the comments in the gaps before its words. Ends with a line break.
 *
 * @throws Error (a defect) if the words are not put out each once, in their order.
 */
export declare function print(doc: Doc, gaps: ReadonlyMap<number, Gap>): string;
