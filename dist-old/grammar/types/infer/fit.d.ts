import type { Schedule } from '../../../runtime/graph/index.ts';
import { type Span } from '../../span.ts';
import { type Type } from '../type.ts';
import type { Value } from '../value.ts';
import type { Context, Reading } from './context.ts';
/**
 * Makes a value fit the type that its place takes: checks units and bounds, and turns a number into
 * a schedule where one may stand. Reports what does not fit.
 */
export declare function fit(cx: Context, value: Value, type: Type, span: Span, reading?: Reading): Value | undefined;
/** The values at the ends of every piece; between them a schedule never leaves their range. */
export declare function scheduleValues(schedule: Schedule): number[];
export declare function mismatch(cx: Context, found: string, type: Type, span: Span): undefined;
/** A value in words, for messages. */
export declare function describe(value: Value): string;
