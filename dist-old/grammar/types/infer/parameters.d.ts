import type { Argument, Expression, Parameter } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import type { Scope, Sourced, Value } from '../value.ts';
import type { Context } from './context.ts';
/** The values of parameters, each with where it was written: null for a parameter's default. */
export type Filled = ReadonlyMap<string, Sourced>;
/** Fills the parameters of a declaration with a call's arguments, where it gives none with `presets`, else with their defaults. `also`: further names, which others read. */
export declare function fillParameters(cx: Context, what: string, parameters: readonly Parameter[], module: Module, given: readonly Argument[], at: Span, { presets, also }?: {
    presets?: Filled | undefined;
    also?: readonly string[];
}): Filled | undefined;
/** The parameters as a check of the declaration by itself sees them: defaults, and open values for the rest. */
export declare function openParameters(cx: Context, parameters: readonly Parameter[], module: Module): Filled;
export declare function scopeOf(module: Module, filled: Filled): Scope;
/** Where the value was written of an expression that is a parameter's name, and nothing else. */
export declare function parameterOrigin(cx: Context, expression: Expression): Span | undefined;
/** Looks at the bounds after `in`; reports a value outside them. */
export declare function inBounds(cx: Context, inside: Context, parameter: Parameter, value: Value, at: Span): boolean;
