import { type Diagnostic } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import type { Context } from './context.ts';
/** Makes the context in which the expressions of a module are read. */
export declare function contextOf(module: Module, report: (diagnostic: Diagnostic) => void): Context;
