import type { Compare } from '../../../runtime/graph/index.ts';
import { constant } from '../../../runtime/graph/schedule.ts';
import type { Call, Declaration, Expression, Path, Range, StringLiteral } from '../../ast.ts';
import { listed, nearestFix, problem, replace, type Diagnostic } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import { readingFunctions, scheduleFunctions, triggerFunctions } from '../functions.ts';
import { moduleScope } from '../scope.ts';
import { taskSource } from '../task-sources.ts';
import { expressionText } from '../text.ts';
import { t, typeWords, type Type } from '../type.ts';
import { unitOf, units, type Unit } from '../units.ts';
import type { Scope, SuiteUse, Value } from '../value.ts';
import { arithmetic } from './arithmetic.ts';
import type { Context, Reading } from './context.ts';
import { readDeclared } from './declared.ts';
import { fit, mismatch } from './fit.ts';
import { metricOf } from './metrics.ts';
import { rangeOfList, withoutQuotes } from './meant.ts';
import { lookUp, reportUnknownName } from './names.ts';
import { callSchedule, chainSchedule, scheduleFunction } from './schedules.ts';
import { severalWords } from './several.ts';
import { isStageKind } from './stages.ts';
import { readTaskInPlace } from './tasks.ts';
import { unitIn } from './unit-in.ts';
import {
  callTrigger,
  comparison,
  everyTrigger,
  isReadingFunction,
  logicalTrigger,
  notTrigger,
  sustainedTrigger,
  triggerFunction,
} from './triggers.ts';

/** Makes the context in which the expressions of a module are read. */
export function contextOf(module: Module, report: (diagnostic: Diagnostic) => void): Context {
  const shared = {
    spans: new Map<object, Span>(),
    bounds: new Map<Compare, Span>(),
    suites: new Map<string, SuiteUse>(),
    levels: new Map(),
    circles: new Set<Declaration>(),
    known: new Map<Declaration, Value | undefined>(),
    report: (diagnostic: Diagnostic) => {
      report(diagnostic);
      return undefined;
    },
  };
  return new Reader(shared, moduleScope(module), []);
}

interface Shared {
  readonly spans: Map<object, Span>;
  readonly bounds: Map<Compare, Span>;
  readonly suites: Map<string, SuiteUse>;
  readonly levels: Context['levels'];
  readonly circles: Set<Declaration>;
  /** The values of declarations without parameters, each worked out once. */
  readonly known: Map<Declaration, Value | undefined>;
  report(diagnostic: Diagnostic): undefined;
}

/** One is made for each declaration and each use of one: its methods are shared. */
class Reader implements Context {
  readonly scope: Scope;
  readonly trail: readonly Declaration[];
  readonly spans: Context['spans'];
  readonly bounds: Context['bounds'];
  readonly suites: Context['suites'];
  readonly levels: Context['levels'];
  readonly circles: Context['circles'];
  readonly report: Context['report'];
  private readonly shared: Shared;

  constructor(shared: Shared, scope: Scope, trail: readonly Declaration[], report = shared.report) {
    this.scope = scope;
    this.trail = trail;
    this.spans = shared.spans;
    this.bounds = shared.bounds;
    this.suites = shared.suites;
    this.levels = shared.levels;
    this.circles = shared.circles;
    this.report = report;
    this.shared = shared;
  }

  evaluate(expression: Expression, type: Type, reading: Reading = {}): Value | undefined {
    return evaluate(this.heard(), expression, type, reading);
  }

  declared(declaration: Declaration, module: Module, use: Path | Call, expected: Type): Value | undefined {
    return readDeclared(this.heard(), this.shared.known, declaration, module, use, expected);
  }

  in(scope: Scope, entering?: Declaration): Context {
    const trail = entering === undefined ? this.trail : [...this.trail, entering];
    return new Reader(this.shared, scope, trail);
  }

  silent(): Context {
    return new Reader(this.shared, this.scope, this.trail, () => undefined);
  }

  /** Values are worked out once for all who ask: what is wrong with one is reported, whoever asks first. */
  private heard(): Context {
    return this.report === this.shared.report ? this : new Reader(this.shared, this.scope, this.trail);
  }
}

/** How a number is read that stands there itself. */
function asLiteral({ bare, still }: Reading): Reading {
  return { bare, still, form: 'literal' };
}

function evaluate(cx: Context, expression: Expression, type: Type, reading: Reading): Value | undefined {
  if (type.kind === 'several') return severalWords(cx, expression, type);
  switch (expression.kind) {
    case 'Missing':
      return undefined;
    case 'NumberLiteral':
      return fit(
        cx,
        { kind: 'number', value: expression.value, unit: null },
        type,
        expression.span,
        asLiteral(reading),
      );
    case 'StringLiteral':
      return textValue(cx, expression, type);
    case 'BooleanLiteral':
      return fit(cx, { kind: 'boolean', value: expression.value }, type, expression.span);
    case 'Quantity': {
      const unit = unitOf(expression.unit.text);
      if (unit === undefined) return reportUnit(cx, expression.unit);
      return fit(cx, { kind: 'number', value: expression.value.value, unit }, type, expression.span, reading);
    }
    case 'Arithmetic':
    case 'Negative':
      return arithmetic(cx, expression, type, reading);
    case 'Range':
      return rangeValue(cx, expression, type);
    case 'Path':
      return pathValue(cx, expression, type, reading);
    case 'Call':
      return callValue(cx, expression, type, reading);
    case 'Chain':
      if (type.kind === 'schedule') return chainSchedule(cx, expression, type.of, reading);
      return type.kind === 'number' || type.kind === 'count'
        ? fit(cx, { kind: 'schedule', schedule: constant(0), unit: null }, type, expression.span, reading)
        : mismatch(cx, 'a schedule', type, expression.span);
    case 'Comparison':
    case 'Logical':
    case 'Not':
    case 'Sustained':
    case 'Every':
      if (type.kind === 'trigger') return triggerValue(cx, expression);
      return mismatch(cx, 'a condition', type, expression.span);
    case 'StepNumber':
      return mismatch(cx, 'the number of a step', type, expression.span);
    case 'List':
      return mismatch(cx, 'a list', type, expression.span, rangeOfList(expression, type));
    case 'Windowed':
      return mismatch(
        cx,
        'a weight with a start or an end, which only entries of a mixture have',
        type,
        expression.span,
      );
  }
}

/** A text; where none may stand, perhaps what is between the quotes. */
function textValue(cx: Context, expression: StringLiteral, type: Type): Value | undefined {
  const { value, span } = expression;
  const wanted = type.kind === 'optional' ? type.of : type;
  if (wanted.kind === 'string' || wanted.kind === 'path')
    return fit(cx, { kind: 'string', value }, type, span);
  return mismatch(cx, `the text "${value}"`, type, span, withoutQuotes(cx, value, wanted, span));
}

type Conditional = Extract<Expression, { kind: 'Comparison' | 'Logical' | 'Not' | 'Sustained' | 'Every' }>;

function triggerValue(cx: Context, expression: Conditional): Value | undefined {
  switch (expression.kind) {
    case 'Comparison':
      return comparison(cx, expression);
    case 'Logical':
      return logicalTrigger(cx, expression);
    case 'Not':
      return notTrigger(cx, expression);
    case 'Sustained':
      return sustainedTrigger(cx, expression);
    case 'Every':
      return everyTrigger(cx, expression);
  }
}

const noEpochs = 'Problems are drawn anew at every step, so that there are no epochs: "for 300 steps".';
const noFactors = 'Numbers are written out: 1000, or 1e3, and the unit behind it.';

/** Why units of other programs are none here. */
const otherUnits: Readonly<Record<string, string>> = {
  epoch: noEpochs,
  epochs: noEpochs,
  k: noFactors,
  K: noFactors,
  M: noFactors,
  m: noFactors,
};

/** Units of the language by the words of other programs. */
const unitsMeant: Readonly<Record<string, Unit>> = {
  ...{ s: 'seconds', sec: 'seconds', secs: 'seconds' },
  ...{ iteration: 'steps', iterations: 'steps', iters: 'steps', it: 'steps' },
  ...{ response: 'samples', responses: 'samples', completions: 'samples', rollouts: 'samples' },
  ...{ tok: 'tokens', toks: 'tokens', evals: 'evaluations' },
};

function reportUnit(cx: Context, unit: { text: string; span: Span }): undefined {
  if (unit.text === '') return undefined;
  const why = Object.hasOwn(otherUnits, unit.text) ? otherUnits[unit.text] : undefined;
  return cx.report(
    problem('N0204', unit.span, `no unit is called "${unit.text}"`, {
      reason: why ?? `The units are ${listed([...units], 'and')}.`,
      fix:
        why !== undefined
          ? undefined
          : Object.hasOwn(unitsMeant, unit.text)
            ? replace(unit.span, unitsMeant[unit.text]!, `write "${unitsMeant[unit.text]}"`)
            : nearestFix(unit.span, unit.text, units),
    }),
  );
}

function rangeValue(cx: Context, range: Range, type: Type): Value | undefined {
  if (type.kind !== 'range') return mismatch(cx, 'a range', type, range.span);
  const ends = [range.from, range.to].map((one) => endOf(cx, one));
  const [from, to] = ends;
  if (from === undefined || to === undefined) return undefined;
  if (from === null || to === null) return { kind: 'open', type: t.range };
  if (from <= to) return { kind: 'range', from, to, unit: null };
  const turned = `${asWritten(range.to, to)}..${asWritten(range.from, from)}`;
  return cx.report(
    problem('T0306', range.span, 'this range runs backwards', {
      label: `${asWritten(range.from, from)} is more than ${asWritten(range.to, to)}`,
      reason: 'A range is written with its smaller end first.',
      fix: replace(range.span, turned, `write ${turned}`),
    }),
  );
}

/** An end of a range as its author would write it: a percentage stays one, a count keeps its unit. */
function asWritten(end: Expression, value: number): string {
  if (end.kind === 'NumberLiteral' && end.percent) return `${Number((value * 100).toPrecision(12))}%`;
  if (end.kind === 'Arithmetic' || end.kind === 'Negative') return expressionText(end);
  return end.kind === 'Quantity' ? `${value} ${end.unit.text}` : String(value);
}

/** An end of a range; null: open. Bounds of counts are written with their unit: `8 tokens..64 tokens`. */
function endOf(cx: Context, end: Expression): number | null | undefined {
  const unit = unitIn(cx, end);
  const value = cx.evaluate(end, unit === null ? t.number : t.count(unit));
  if (value === undefined) return undefined;
  return value.kind === 'number' ? value.value : null;
}

function pathValue(cx: Context, path: Path, type: Type, reading: Reading): Value | undefined {
  const head = path.names[0];
  if (head === undefined || path.names.some((one) => one.text === '')) return undefined;
  if (type.kind === 'optional') {
    return path.text === 'none' ? { kind: 'none' } : pathValue(cx, path, type.of, reading);
  }
  if (type.kind === 'metric') return metricOf(cx, path);
  const found = path.names.length === 1 ? lookUp(cx, head.text) : undefined;
  if (found?.kind === 'broken') return undefined;
  if (found?.kind === 'parameter') return fit(cx, found.value, type, path.span, reading);
  if (type.kind === 'enum') {
    if (type.values.includes(path.text)) return { kind: 'word', value: path.text };
    if (found?.kind !== 'declaration' || found.declaration.kind !== 'LetDeclaration') {
      return cx.report(
        problem('T0305', path.span, `"${path.text}" is not one of the words that may stand here`, {
          reason:
            type.values.length === 1
              ? `Only ${listed(type.values)} may.`
              : `They are ${listed(type.values, 'and')}.`,
          fix: nearestFix(path.span, path.text, type.values),
        }),
      );
    }
  }
  if (type.kind === 'stage' && found === undefined && isStageKind(path.text)) {
    return { kind: 'stage', stage: { builtin: path.text } };
  }
  if (found !== undefined) return fromDeclaration(cx, found.declaration, found.module, path, type, reading);
  const isMetric = path.names.length > 1 || (type.kind === 'trigger' && knownMetric(cx, path));
  if (isMetric) return metricInWrongPlace(cx, path, type);
  return reportUnknownName(
    cx,
    head,
    typeWords(type),
    type.kind === 'stage' ? ['reinforce', 'supervised'] : [],
    declaredKinds.has(type.kind) ? type.kind : null,
  );
}

/** Types of which only a declaration of that kind is one. */
const declaredKinds: ReadonlySet<string> = new Set([
  'model',
  'mixture',
  'suite',
  'stage',
  'task',
  'verifier',
  'reward',
]);

function knownMetric(cx: Context, path: Path): boolean {
  return metricOf(cx.silent(), path) !== undefined;
}

function metricInWrongPlace(cx: Context, path: Path, type: Type): undefined {
  if (metricOf(cx, path) === undefined) return undefined;
  return cx.report(
    problem('T0301', path.span, `expected ${typeWords(type)}, found the metric ${path.text}`, {
      ...(type.kind === 'trigger'
        ? { reason: `A metric by itself is no condition: compare it, for example ${path.text} > 0.1.` }
        : { reason: 'A metric is known only while the run goes on.' }),
    }),
  );
}

function callValue(cx: Context, call: Call, type: Type, reading: Reading): Value | undefined {
  const head = call.callee.names[0];
  if (head === undefined || call.callee.names.some((one) => one.text === '')) return undefined;
  if (type.kind === 'optional') return callValue(cx, call, type.of, reading);
  const name = call.callee.text;
  const found = call.callee.names.length === 1 ? lookUp(cx, name) : undefined;
  if (found?.kind === 'broken') return undefined;
  if (found?.kind === 'parameter') {
    return cx.report(
      problem('N0210', call.span, `"${name}" is a parameter, which takes no arguments`, {
        label: `write ${name}`,
      }),
    );
  }
  if (found?.kind === 'declaration')
    return fromDeclaration(cx, found.declaration, found.module, call, type, reading);
  if (type.kind === 'task' && taskSource(name) !== undefined) {
    const task = readTaskInPlace(cx, call);
    return task && { kind: 'task', task };
  }
  const schedule = scheduleFunction(name);
  if (schedule !== undefined) {
    const of = type.kind === 'schedule' ? type.of : type.kind === 'amount' ? type.schedule : null;
    if (of !== null) return callSchedule(cx, call, schedule, of, reading);
    return ['number', 'count', 'amount', 'duration'].includes(type.kind)
      ? fit(cx, { kind: 'schedule', schedule: constant(0), unit: null }, type, call.span, reading)
      : mismatch(cx, 'a schedule', type, call.span);
  }
  const trigger = triggerFunction(name);
  if (trigger !== undefined) {
    return type.kind === 'trigger'
      ? callTrigger(cx, call, trigger)
      : mismatch(cx, 'a condition', type, call.span);
  }
  if (isReadingFunction(name)) {
    return cx.report(
      problem('T0301', call.span, `expected ${typeWords(type)}, found a value made from a metric`, {
        reason: `${name}(...) is a number that changes during the run: compare it in a condition, for example ${name}(...) > 0.1.`,
      }),
    );
  }
  return reportFunction(cx, call, type);
}

function reportFunction(cx: Context, call: Call, type: Type): undefined {
  if (cx.scope.module.lost.has(call.callee.names[0]?.text ?? '')) return undefined;
  const builtins = [...scheduleFunctions, ...triggerFunctions, ...readingFunctions].map((one) => one.name);
  const declared = [...cx.scope.module.scope.keys()];
  const { span, text } = call.callee;
  const fix = /^is_?(nan|inf)$/i.test(text)
    ? replace(span, 'not_finite', 'write "not_finite"')
    : nearestFix(span, text, [...declared, ...builtins]);
  return cx.report(
    problem('N0207', span, `nothing here is called "${text}"`, {
      label: `expected ${typeWords(type)}`,
      reason:
        fix === undefined
          ? `A name must be declared in this file, be imported, or be one of the functions of the language${listOfFunctions(type)}.`
          : undefined,
      fix,
    }),
  );
}

/** The functions of the language that give such a value: whoever knows them by another name finds them here. */
function listOfFunctions(type: Type): string {
  const fitting =
    type.kind === 'trigger' ? triggerFunctions : type.kind === 'schedule' ? scheduleFunctions : undefined;
  return fitting === undefined
    ? ''
    : `, here ${listed(
        fitting.map(({ name }) => name),
        'or',
      )}`;
}

function fromDeclaration(
  cx: Context,
  declaration: Declaration,
  module: Module,
  use: Path | Call,
  type: Type,
  reading: Reading,
): Value | undefined {
  const value = cx.declared(declaration, module, use, type);
  return value && fit(cx, value, type, use.span, reading);
}
