import type * as ast from '../ast.ts';
import type { Module } from '../modules/index.ts';
import { type Span } from '../span.ts';
import type { Context } from '../types/infer/context.ts';
import { type Type } from '../types/type.ts';
import type { Meaning } from './meaning.ts';
type Emit = (span: Span, meaning: Meaning, definition?: boolean) => void;
/** Finds the names in the expressions of a declaration. It reads names as the compiler does, and stays silent on what is wrong. */
export declare class ExpressionReader {
    private readonly module;
    private readonly owner;
    private readonly cx;
    private readonly emit;
    private readonly parameters;
    constructor(module: Module, owner: ast.Declaration, cx: Context, emit: Emit);
    typeOf(syntax: ast.Type | null): Type | undefined;
    type(syntax: ast.Type): void;
    /** A name by itself in the place of an expression. */
    name(name: ast.Name, type: Type | undefined): void;
    read(expression: ast.Expression, type: Type | undefined): void;
    private path;
    /** `kl.mean`, `share.chain_sum`, `heldout.chain_sum.pass@1`. */
    private metricPath;
    private suite;
    private call;
}
export {};
