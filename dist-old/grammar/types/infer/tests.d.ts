import type { TestDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { ResolvedTest } from '../value.ts';
import { type Context } from './context.ts';
export declare const events: readonly ["reset", "guard", "transition", "end", "checkpoint", "evaluate", "curriculum", "audit"];
/** Reads a test: metrics that are given, stages that run, events that must happen. */
export declare function readTest(cx: Context, declaration: TestDeclaration, module: Module): ResolvedTest;
