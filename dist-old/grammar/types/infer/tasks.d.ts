import type { Call, TaskDeclaration, VerifierDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { LevelChoice, TaskUse, VerifierUse } from '../value.ts';
import type { Context } from './context.ts';
import { type Filled } from './parameters.ts';
/** Reads what stands behind a task, such as `code("./chain-sum.ts", export: "task")`. */
export declare function readTask(cx: Context, declaration: TaskDeclaration, module: Module, settings: Filled, level: LevelChoice | null): TaskUse | undefined;
/** Reads what stands behind a verifier. */
export declare function readVerifier(cx: Context, declaration: VerifierDeclaration, module: Module, settings: Filled): VerifierUse | undefined;
/** Reads `reasoning_gym("graph_color", size: 10)` where a task may stand; the others need a name of their own. */
export declare function readTaskInPlace(cx: Context, call: Call): TaskUse | undefined;
