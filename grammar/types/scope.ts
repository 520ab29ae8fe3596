import type { Span } from '../span.ts';
import type { Module } from '../modules/index.ts';
import type { Scope, Value } from './value.ts';

/** A scope that parameters are still being added to. */
export interface OpenScope extends Scope {
  readonly bindings: Map<string, Value>;
  readonly origins: Map<string, Span>;
}

const noBindings: ReadonlyMap<string, Value> = new Map();
const noOrigins: ReadonlyMap<string, Span> = new Map();

/** The scope of a module's own declarations, outside every parameter list. */
export function moduleScope(module: Module): Scope {
  return { module, bindings: noBindings, origins: noOrigins };
}

/** The same, for parameters to be added. */
export function openScope(module: Module): OpenScope {
  return { module, bindings: new Map(), origins: new Map() };
}
