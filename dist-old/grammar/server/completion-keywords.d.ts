import type { CompletionItem } from 'vscode-languageserver';
/** What begins a line outside of blocks. */
export declare const declarationItems: readonly CompletionItem[];
export declare const stageClauses: readonly CompletionItem[];
export declare const pipelineClauses: readonly CompletionItem[];
export declare const testClauses: readonly CompletionItem[];
export declare const guardActions: readonly CompletionItem[];
export declare const chainShapes: readonly CompletionItem[];
export declare function words(...list: readonly string[]): CompletionItem[];
