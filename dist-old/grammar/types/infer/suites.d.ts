import type { SuiteDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { SuiteUse } from '../value.ts';
import type { Context } from './context.ts';
/** Reads the fields of a suite. Defaults are left out of `fields`; `passAt` is whole. */
export declare function readSuite(cx: Context, declaration: SuiteDeclaration, module: Module): SuiteUse | undefined;
