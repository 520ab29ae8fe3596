import type { Expression, Guard, Keep, Reset } from '../../ast.ts';
import { type Block as BlockShape } from '../field.ts';
import type { Condition, ResolvedGuard, ResolvedKeep, ResolvedReset } from '../value.ts';
import { type Context } from './context.ts';
/** The fields of `reset ... { }`. */
export declare const resetBlock: BlockShape;
/** The fields of `guard ... { }`; `rollback` and `scale rate by X` stand there too. */
export declare const guardBlock: BlockShape;
/** A condition with its text as it is written here. */
export declare function readCondition(cx: Context, expression: Expression): Condition | undefined;
export declare function readReset(cx: Context, item: Reset): ResolvedReset | undefined;
export declare function readGuard(cx: Context, item: Guard): ResolvedGuard | undefined;
/** `keep groups where reward.std > 0 and score.mean < 1`: every comparison must hold. */
export declare function readKeep(cx: Context, item: Keep): ResolvedKeep[] | undefined;
