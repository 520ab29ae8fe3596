import type { Call, Comparison, Every, Expression, Logical, Not, Sustained } from '../../ast.ts';
import type { Span } from '../../span.ts';
import { type BuiltinFunction } from '../functions.ts';
import type { Value, ValueOf } from '../value.ts';
import { type Context } from './context.ts';
type Open = ValueOf<'open'>;
export declare function logicalTrigger(cx: Context, expression: Logical): ValueOf<'trigger'> | Open | undefined;
export declare function notTrigger(cx: Context, expression: Not): ValueOf<'trigger'> | Open | undefined;
export declare function sustainedTrigger(cx: Context, expression: Sustained): ValueOf<'trigger'> | Open | undefined;
export declare function everyTrigger(cx: Context, expression: Every): ValueOf<'trigger'> | Open | undefined;
/** A count of at least 1. */
export declare function positive(cx: Context, expression: Expression, unit: 'steps' | 'evaluations'): ValueOf<'number'> | Open | undefined;
export declare function comparison(cx: Context, expression: Comparison): ValueOf<'trigger'> | Open | undefined;
export declare function triggerFunction(name: string): BuiltinFunction | undefined;
export declare function isReadingFunction(name: string): boolean;
/** `plateau(...)`, `falls(...)`, `rises(...)`, `not_finite(...)`. */
export declare function callTrigger(cx: Context, call: Call, fn: BuiltinFunction): Value | undefined;
/** Where the part of a trigger was written; the whole condition where that is not known. */
export declare function spanIn(cx: Pick<Context, 'spans'>, part: object, whole: Span): Span;
export {};
