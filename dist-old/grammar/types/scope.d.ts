import type { Module } from '../modules/index.ts';
import type { Scope } from './value.ts';
/** The scope of a module's own declarations, outside every parameter list. */
export declare function moduleScope(module: Module): Scope;
