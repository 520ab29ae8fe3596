import type { Module } from '../modules/index.ts';
import type { Scope } from './value.ts';

/** The scope of a module's own declarations, outside every parameter list. */
export function moduleScope(module: Module): Scope {
  return { module, bindings: new Map(), origins: new Map() };
}
