import type { Call, Chain } from '../../ast.ts';
import { type BuiltinFunction } from '../functions.ts';
import { type NumericType } from '../type.ts';
import type { Value, ValueOf } from '../value.ts';
import { type Context, type Reading } from './context.ts';
type Open = ValueOf<'open'>;
/** `0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 400 steps`. */
export declare function chainSchedule(cx: Context, chain: Chain, of: NumericType, reading: Reading): ValueOf<'schedule'> | Open | undefined;
/** `linear(1, 3, over: 200 steps)`; undefined too where the name is no such function and nothing was reported. */
export declare function scheduleFunction(name: string): BuiltinFunction | undefined;
export declare function callSchedule(cx: Context, call: Call, fn: BuiltinFunction, of: NumericType, reading: Reading): Value | undefined;
export {};
