import type { ModelDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { ModelUse } from '../value.ts';
import type { Context } from './context.ts';
/** Reads `bundled("nano")` and its like. */
export declare function readModel(cx: Context, declaration: ModelDeclaration, module: Module): ModelUse | undefined;
