import type { MixtureDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { MixtureUse } from '../value.ts';
import { type Context } from './context.ts';
/** Reads the entries of a mixture: tasks with their weights, each perhaps with a start and an end. */
export declare function readMixture(cx: Context, declaration: MixtureDeclaration, module: Module): MixtureUse | undefined;
