import type { Argument, Expression, Parameter } from '../../ast.ts';
import { problem, type Fix } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import { moduleScope, openScope, type OpenScope } from '../scope.ts';
import type { Scope, Sourced, Value, ValueOf } from '../value.ts';
import { matchArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { scheduleValues } from './fit.ts';
import { subtracted } from './meant.ts';
import { typeOf } from './type-of.ts';

/** The values of parameters, each with where it was written: null for a parameter's default. */
export type Filled = ReadonlyMap<string, Sourced>;

/** Of what has no parameters. */
export const nothingFilled: Filled = new Map();

/** Fills the parameters of a declaration with a call's arguments, where it gives none with `presets`, else with their defaults. `also`: further names, which others read. */
export function fillParameters(
  cx: Context,
  what: string,
  parameters: readonly Parameter[],
  module: Module,
  given: readonly Argument[],
  at: Span,
  { presets, also = [] }: { presets?: Filled | undefined; also?: readonly string[] } = {},
): Filled | undefined {
  const formals = parameters.map((one) => ({
    name: one.name.text,
    required: one.default === null && presets?.has(one.name.text) !== true,
  }));
  const others = also.map((name) => ({ name, required: false }));
  const matched = matchArguments(cx, what, [...formals, ...others], given, at, formals.length);
  if (matched === undefined) return undefined;
  if (parameters.length === 0) return nothingFilled;
  const filled = new Map<string, Sourced>();
  const scope = openScope(module);
  const inside = cx.in(scope);
  const fill = (name: string, sourced: Sourced): void => {
    filled.set(name, sourced);
    bind(scope, name, sourced);
  };
  let sound = true;
  for (const parameter of parameters) {
    const type = parameter.type === null ? undefined : typeOf(inside, parameter.type);
    const argument = matched.get(parameter.name.text);
    const preset = argument === undefined ? presets?.get(parameter.name.text) : undefined;
    if (preset !== undefined) {
      fill(parameter.name.text, preset);
      continue;
    }
    const value = argument
      ? type && cx.evaluate(argument.value, type)
      : type && parameter.default && inside.evaluate(parameter.default, type);
    if (
      value &&
      argument &&
      !inBounds(cx, inside, parameter, value, argument.value.span, subtracted(argument.value))
    )
      sound = false;
    if (!value) sound = false;
    else if (argument === undefined)
      fill(parameter.name.text, { value, span: null, origin: parameter.default?.span });
    else
      fill(parameter.name.text, {
        value,
        span: argument.value.span,
        origin: parameterOrigin(cx, argument.value),
      });
  }
  return sound ? filled : undefined;
}

/** The parameters as a check of the declaration by itself sees them: defaults, and open values for the rest. */
export function openParameters(cx: Context, parameters: readonly Parameter[], module: Module): Filled {
  if (parameters.length === 0) return nothingFilled;
  const filled = new Map<string, Sourced>();
  const scope = openScope(module);
  const inside = cx.in(scope);
  for (const parameter of parameters) {
    const type = parameter.type === null ? undefined : typeOf(inside, parameter.type);
    if (type === undefined) continue;
    const value = parameter.default === null ? undefined : inside.evaluate(parameter.default, type);
    if (value) inBounds(inside, inside, parameter, value, parameter.default!.span);
    const sourced = { value: value ?? ({ kind: 'open', type } as const), span: null };
    filled.set(parameter.name.text, sourced);
    bind(scope, parameter.name.text, sourced);
  }
  return filled;
}

export function scopeOf(module: Module, filled: Filled): Scope {
  if (filled.size === 0) return moduleScope(module);
  const scope = openScope(module);
  for (const [name, sourced] of filled) bind(scope, name, sourced);
  return scope;
}

/** Lets a scope know a parameter: the defaults and bounds of those behind it may name it. */
function bind({ bindings, origins }: OpenScope, name: string, { value, span, origin }: Sourced): void {
  bindings.set(name, value);
  const at = origin ?? span;
  if (at !== null) origins.set(name, at);
}

/** Where the value was written of an expression that is a parameter's name, and nothing else. */
export function parameterOrigin(cx: Context, expression: Expression): Span | undefined {
  if (expression.kind !== 'Path' || expression.names.length !== 1) return undefined;
  return cx.scope.origins.get(expression.text);
}

/** Looks at the bounds after `in`; reports a value outside them. */
export function inBounds(
  cx: Context,
  inside: Context,
  parameter: Parameter,
  value: Value,
  at: Span,
  meant?: Fix,
): boolean {
  if (parameter.bounds === null || value.kind === 'open') return true;
  const bounds = inside.evaluate(parameter.bounds, { kind: 'range' });
  if (bounds?.kind !== 'range') return bounds?.kind === 'open';
  const numbers = numbersOf(value);
  const whole = Number.isInteger(bounds.from) && Number.isInteger(bounds.to) && value.kind === 'range';
  const out = numbers.find(
    (one) => one < bounds.from || one > bounds.to || (whole && !Number.isInteger(one)),
  );
  if (out === undefined) return true;
  cx.report(
    problem('T0308', at, `${out} is outside the bounds of "${parameter.name.text}"`, {
      label: `must lie in ${bounds.from}..${bounds.to}${whole ? ', in whole numbers' : ''}`,
      ...(at.file === parameter.bounds.span.file
        ? { secondary: [{ span: parameter.bounds.span, text: 'the bounds are set here' }] }
        : {}),
      ...(value.kind === 'range' && meant !== undefined
        ? {
            reason: 'Between two numbers "-" is minus. The ends of a range have two dots between them.',
            fix: meant,
          }
        : {}),
    }),
  );
  return false;
}

function numbersOf(value: Value): number[] {
  switch (value.kind) {
    case 'number':
      return [value.value];
    case 'range':
      return [value.from, value.to];
    case 'schedule':
      return scheduleValues((value as ValueOf<'schedule'>).schedule);
    default:
      return [];
  }
}
