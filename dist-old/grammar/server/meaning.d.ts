import type { MetricInfo } from '../../runtime/graph/metrics.ts';
import type { Arithmetic, Declaration, Parameter, TaskDeclaration } from '../ast.ts';
import type { Module } from '../modules/index.ts';
import type { Span } from '../span.ts';
import type { Block, Field } from '../types/field.ts';
import type { Type } from '../types/type.ts';
/** A function of the language, whatever it makes. */
export interface Callable {
    readonly name: string;
    readonly doc: string;
    readonly gives: string;
    readonly positional: number;
    readonly parameters: readonly {
        readonly name: string;
        readonly doc: string;
        readonly required: boolean;
        readonly type?: Type;
        readonly fallback?: string;
    }[];
}
/** What a stretch of text stands for. */
export type Meaning = {
    readonly kind: 'declaration';
    readonly declaration: Declaration;
    readonly module: Module;
} | {
    readonly kind: 'parameter';
    readonly parameter: Parameter;
    readonly owner: Declaration;
    readonly module: Module;
}
/** `level:` in a use of a task. */
 | {
    readonly kind: 'levels';
    readonly declaration: TaskDeclaration;
    readonly module: Module;
} | {
    readonly kind: 'field';
    readonly field: Field;
    readonly of: string;
} | {
    readonly kind: 'block';
    readonly block: Block;
} | {
    readonly kind: 'word';
    readonly word: string;
    readonly type: Type;
} | {
    readonly kind: 'metric';
    readonly name: string;
    readonly info: MetricInfo | undefined;
} | {
    readonly kind: 'function';
    readonly fn: Callable;
} | {
    readonly kind: 'argument';
    readonly fn: Callable;
    readonly name: string;
} | {
    readonly kind: 'type';
    readonly name: string;
} | {
    readonly kind: 'unit';
    readonly name: string;
}
/** At a sign. */
 | {
    readonly kind: 'calculation';
    readonly expression: Arithmetic;
} | {
    readonly kind: 'stage kind';
    readonly name: 'reinforce' | 'supervised';
} | {
    readonly kind: 'event';
    readonly name: string;
} | {
    readonly kind: 'module';
    readonly files: readonly string[];
};
export interface Occurrence {
    readonly span: Span;
    readonly meaning: Meaning;
    /** Whether the name gets its meaning here. */
    readonly definition: boolean;
}
/** One key for all occurrences of a name, across files and loads; null for what the language brings along. */
export declare function keyOf(meaning: Meaning): string | null;
/** Where a name gets its meaning. */
export declare function definitionOf(meaning: Meaning): Span | null;
