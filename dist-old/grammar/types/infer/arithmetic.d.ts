import type { Arithmetic, Expression, Negative } from '../../ast.ts';
import { type Type } from '../type.ts';
import { type Unit } from '../units.ts';
import type { Value } from '../value.ts';
import type { Context, Reading } from './context.ts';
type Calculation = Arithmetic | Negative;
/** Works out a calculation, and makes the result fit its place. */
export declare function arithmetic(cx: Context, expression: Calculation, type: Type, reading: Reading): Value | undefined;
/** The unit that an expression's value has, as far as its text tells; null: none, or not known. */
export declare function unitIn(cx: Context, expression: Expression): Unit | null;
export {};
