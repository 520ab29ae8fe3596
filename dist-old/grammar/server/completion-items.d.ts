import { type CompletionItem } from 'vscode-languageserver';
import type { MetricInfo } from '../../runtime/graph/metrics.ts';
import type { Declaration, Parameter, TaskDeclaration } from '../ast.ts';
import type { Module } from '../modules/index.ts';
import type { Block, Field } from '../types/field.ts';
import { type Type } from '../types/type.ts';
import type { Callable } from './meaning.ts';
/** A declared name; one with parameters that must be given opens its parentheses. */
export declare function declarationItem(name: string, declaration: Declaration, module: Module, rank?: number): CompletionItem;
export declare function parameterItem(parameter: Parameter, rank?: number): CompletionItem;
/** An argument by its name. */
export declare function argumentItem(name: string, detail: string, doc: string): CompletionItem;
export declare function fieldItem(field: Field): CompletionItem;
export declare function blockItem(block: Block): CompletionItem;
export declare function metricItem(name: string, info: MetricInfo | undefined): CompletionItem;
export declare function functionItem(fn: Callable): CompletionItem;
export declare function wordItem(word: string, type: Type): CompletionItem;
/** The levels of a task, each with what it sets; the numbers keep their order. */
export declare function levelItems({ levels }: TaskDeclaration): CompletionItem[];
export declare function unitItem(unit: string): CompletionItem;
export declare function typeItem(name: string): CompletionItem;
/** A word of the language; `text` is a snippet. */
export declare function keywordItem(word: string, doc: string, text?: string, rank?: number): CompletionItem;
export declare function moduleItem(name: string, doc: string): CompletionItem;
