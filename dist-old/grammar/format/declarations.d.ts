import type { CstNode } from 'chevrotain';
import { type Doc } from './doc.ts';
import type { Words } from './words.ts';
/** Formats a whole file. */
export declare function formatFile(w: Words, root: CstNode): Doc;
