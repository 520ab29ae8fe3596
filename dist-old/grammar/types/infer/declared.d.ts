import type { Call, Declaration, Path, ScheduleDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import { type NumericType, type Type } from '../type.ts';
import type { Value } from '../value.ts';
import { type Context } from './context.ts';
import { type Filled } from './parameters.ts';
type Known = Map<Declaration, Value | undefined>;
/** Works out the value of a declaration as it is used at one place, with the arguments given there. */
export declare function readDeclared(cx: Context, known: Known, declaration: Declaration, module: Module, use: Path | Call, expected: Type): Value | undefined;
/** The value of a declaration whose parameters are filled; `cx` is the inside of the declaration. */
export declare function valueOf(cx: Context, declaration: Declaration, module: Module, filled: Filled, expected: Type): Value | undefined;
/** The type of a schedule's values; Number where none is written. */
export declare function scheduleTypeOf(cx: Context, declaration: ScheduleDeclaration): NumericType | undefined;
export {};
