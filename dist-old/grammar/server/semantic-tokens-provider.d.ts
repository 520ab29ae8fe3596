import { type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver';
import type { View } from './session.ts';
export declare const legend: SemanticTokensLegend;
/** What the names of a file are; words, numbers and strings the editor colours by itself. */
export declare function semanticTokens(view: View, lines?: {
    from: number;
    to: number;
}): SemanticTokens;
