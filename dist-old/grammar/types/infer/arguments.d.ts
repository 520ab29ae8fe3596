import type { Argument } from '../../ast.ts';
import type { Span } from '../../span.ts';
import type { Type } from '../type.ts';
import type { Sourced } from '../value.ts';
import type { Context } from './context.ts';
/** What a callable takes, in order. */
export interface Formal {
    readonly name: string;
    readonly required: boolean;
}
/**
 * Matches the arguments of a call with the parameters of what it calls: those without a name in
 * order, at most `positional` of them, the rest by name. Reports each that does not match.
 */
export declare function matchArguments(cx: Context, what: string, formals: readonly Formal[], given: readonly Argument[], at: Span, positional?: number): ReadonlyMap<string, Argument> | undefined;
/** An argument's value, fitted to a type. */
export declare function sourced(cx: Context, { value: written }: Argument, type: Type): Sourced | undefined;
