import { type FoldingRange } from 'vscode-languageserver';
import type { View } from './session.ts';
/** Blocks, calls and lists over several lines, the imports, and comments. */
export declare function foldingRanges(view: View): FoldingRange[];
