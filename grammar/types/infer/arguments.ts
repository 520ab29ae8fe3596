import type { Argument } from '../../ast.ts';
import { listed, nearestFix, problem, replace } from '../../diagnostics/index.ts';
import type { Span } from '../../span.ts';
import type { Type } from '../type.ts';
import type { Sourced } from '../value.ts';
import type { Context } from './context.ts';

/** What a callable takes, in order. */
export interface Formal {
  readonly name: string;
  readonly required: boolean;
}

/**
 * Matches the arguments of a call with the parameters of what it calls: those without a name in
 * order, at most `positional` of them, the rest by name. Reports each that does not match.
 */
export function matchArguments(
  cx: Context,
  what: string,
  formals: readonly Formal[],
  given: readonly Argument[],
  at: Span,
  positional: number = formals.length,
): ReadonlyMap<string, Argument> | undefined {
  const matched = new Map<string, Argument>();
  let sound = true;
  const names = formals.map((one) => one.name);
  let place = 0;
  for (const argument of given) {
    const name = argument.name === null ? names[place] : argument.name.text;
    if (argument.name === null) place += 1;
    if (name === '') {
      sound = false;
    } else if (argument.name === null && (name === undefined || place > positional)) {
      sound = false;
      const free = given.some((one) => one.name?.text === name) ? undefined : name;
      reportSurplus(cx, what, names, positional, argument, free);
    } else if (name === undefined || !names.includes(name)) {
      sound = false;
      reportUnknown(cx, what, names, argument);
    } else if (matched.has(name)) {
      sound = false;
      cx.report(
        problem('N0212', argument.span, `"${name}" of ${what} is given twice`, {
          label: 'this one',
          secondary: [{ span: matched.get(name)!.span, text: 'and this one: which holds?' }],
        }),
      );
    } else {
      matched.set(name, argument);
    }
  }
  const missing = formals.filter((one) => one.required && !matched.has(one.name)).map((one) => one.name);
  if (missing.length > 0 && sound) {
    sound = false;
    cx.report(
      problem('N0211', at, `${what} needs ${listed(missing, 'and')}`, {
        label: `write ${missing.map((one) => `${one}: ...`).join(', ')} in its parentheses`,
      }),
    );
  }
  return sound ? matched : undefined;
}

/** `name` is the parameter that stands at the argument's place, where no other argument has it. */
function reportSurplus(
  cx: Context,
  what: string,
  names: readonly string[],
  positional: number,
  argument: Argument,
  name: string | undefined,
): undefined {
  const message =
    names.length === 0
      ? `${what} takes no arguments`
      : positional < names.length
        ? `this argument of ${what} needs its name`
        : `${what} takes ${names.length} ${names.length === 1 ? 'argument' : 'arguments'}: ${names.join(', ')}`;
  return cx.report(
    problem('N0210', argument.span, message, {
      label: positional < names.length ? `write NAME: before it, one of ${listed(names)}` : 'one too many',
      fix:
        name === undefined
          ? undefined
          : replace(spanBefore(argument.span), `${name}: `, `write "${name}: " before it, if that is meant`),
    }),
  );
}

/** The empty span where another begins. */
function spanBefore(span: Span): Span {
  return { ...span, end: span.start, endLine: span.line, endColumn: span.column };
}

function reportUnknown(cx: Context, what: string, names: readonly string[], argument: Argument): undefined {
  const name = argument.name!;
  return cx.report(
    problem('N0209', name.span, `${what} takes no "${name.text}"`, {
      reason: names.length === 0 ? 'It takes no arguments.' : `It takes ${listed(names, 'and')}.`,
      fix: nearestFix(name.span, name.text, names),
    }),
  );
}

/** An argument's value, fitted to a type. */
export function sourced(cx: Context, { value: written }: Argument, type: Type): Sourced | undefined {
  const value = cx.evaluate(written, type);
  return value && { value, span: written.span };
}
