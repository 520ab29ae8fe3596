import type { Module } from '../modules/index.ts';
import type { Value } from './value.ts';

/** Where an expression is read: its module's names, and the values of the parameters around it. */
export interface Scope {
  readonly module: Module;
  readonly bindings: ReadonlyMap<string, Value>;
}

export function moduleScope(module: Module): Scope {
  return { module, bindings: new Map() };
}
