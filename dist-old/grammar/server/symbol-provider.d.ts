import { type DocumentSymbol } from 'vscode-languageserver';
import type { View } from './session.ts';
/** The outline of a file. */
export declare function documentSymbols(view: View): DocumentSymbol[];
