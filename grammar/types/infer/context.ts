import type { Compare } from '../../../runtime/graph/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Call, Declaration, Expression, Path, TaskDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import type { t, Type, NumericType } from '../type.ts';
import type { Unit } from '../units.ts';
import type { Scope, Sourced, SuiteUse, Value, ValueOf } from '../value.ts';

/** How an expression is read besides its type. */
export interface Reading {
  /** A bare number counts in this unit: the field's name says it already. */
  readonly bare?: Unit | undefined;
  /** Why a number that stands here never moves. */
  readonly still?: string | undefined;
  /** How the expression is written, as far as messages depend on it; otherwise it is a name. */
  readonly form?: 'literal' | 'product' | 'sum' | undefined;
}

/**
 * What the readers of expressions share. Every reader returns undefined where it has reported a
 * problem, so that nothing is reported twice: whoever gets undefined stays silent.
 */
export interface Context {
  readonly scope: Scope;
  /** The declarations being worked out, outermost first: one that needs itself is found by it. */
  readonly trail: readonly Declaration[];
  /** Where parts of schedules and triggers were written, for checks that come later. */
  readonly spans: Map<object, Span>;
  /** Where the number stands that a comparison was written with, if it was. */
  readonly bounds: Map<Compare, Span>;
  /** The suites whose metrics were named, by the name that their metrics begin with. */
  readonly suites: Map<string, SuiteUse>;
  /** What the levels of tasks set, for each task that was asked about. */
  readonly levels: Map<TaskDeclaration, readonly ReadonlyMap<string, Sourced>[]>;
  /** Declarations made of themselves, each circle reported once. */
  readonly circles: Set<Declaration>;
  report(diagnostic: Diagnostic): undefined;
  evaluate(expression: Expression, type: Type, reading?: Reading): Value | undefined;
  /** The value of a declaration: of a name, or of a call with arguments. */
  declared(declaration: Declaration, module: Module, use: Path | Call, expected: Type): Value | undefined;
  /** The same context elsewhere. */
  in(scope: Scope, entering?: Declaration): Context;
  /** The same context, for one that only tries: it reports nothing itself. What it evaluates does. */
  silent(): Context;
}

/** Whether a declaration needs itself; the first to ask about a circle has to report it. */
export function closesCircle(cx: Context, declaration: Declaration): 'no' | 'first' | 'again' {
  const at = cx.trail.indexOf(declaration);
  if (at < 0) return 'no';
  const circle = cx.trail.slice(at);
  const again = circle.some((one) => cx.circles.has(one));
  for (const one of circle) cx.circles.add(one);
  return again ? 'again' : 'first';
}

/** Evaluates to a number or an open value; undefined where a problem was reported. */
export function numberOf(
  cx: Context,
  expression: Expression,
  type: NumericType | { kind: 'duration' } | typeof t.amount,
  reading?: Reading,
): ValueOf<'number'> | ValueOf<'open'> | undefined {
  const value = cx.evaluate(expression, type, reading);
  return value?.kind === 'number' || value?.kind === 'open' ? value : undefined;
}
