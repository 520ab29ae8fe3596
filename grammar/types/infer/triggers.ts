import type { Bound, Compare, Reading as MetricReading, Trigger } from '../../../runtime/graph/index.ts';
import type {
  Argument,
  Call,
  Comparison,
  Every,
  Expression,
  Logical,
  Not,
  NumberLiteral,
  Path,
  Sustained,
} from '../../ast.ts';
import { problem, replace } from '../../diagnostics/index.ts';
import type { Span } from '../../span.ts';
import { readingFunctions, scheduleFunctions, triggerFunctions, type BuiltinFunction } from '../functions.ts';
import { t, type NumericType } from '../type.ts';
import { expressionText } from '../text.ts';
import type { Value, ValueOf } from '../value.ts';
import { whyStill } from '../why-still.ts';
import { matchArguments } from './arguments.ts';
import { numberOf, type Context } from './context.ts';
import { stageMetric } from './metrics.ts';
import { unitIn } from './unit-in.ts';

type Open = ValueOf<'open'>;
const open: Open = { kind: 'open', type: t.trigger };

function made(cx: Context, trigger: Trigger, at: Expression): ValueOf<'trigger'> {
  cx.spans.set(trigger, at.span);
  return { kind: 'trigger', trigger, text: expressionText(at) };
}

function condition(cx: Context, expression: Expression): ValueOf<'trigger'> | Open | undefined {
  const value = cx.evaluate(expression, t.trigger);
  return value?.kind === 'trigger' || value?.kind === 'open' ? value : undefined;
}

export function logicalTrigger(cx: Context, expression: Logical): ValueOf<'trigger'> | Open | undefined {
  const operands = expression.operands.map((one) => condition(cx, one));
  if (operands.includes(undefined)) return undefined;
  if (operands.some((one) => one?.kind === 'open')) return open;
  const of = operands.map((one) => (one as ValueOf<'trigger'>).trigger);
  return made(cx, { op: expression.op, of }, expression);
}

export function notTrigger(cx: Context, expression: Not): ValueOf<'trigger'> | Open | undefined {
  const operand = condition(cx, expression.operand);
  if (operand?.kind !== 'trigger') return operand;
  return made(cx, { op: 'not', of: operand.trigger }, expression);
}

export function sustainedTrigger(cx: Context, expression: Sustained): ValueOf<'trigger'> | Open | undefined {
  const operand = condition(cx, expression.condition);
  const steps = positive(cx, expression.for, 'steps');
  if (operand === undefined || steps === undefined) return undefined;
  if (operand.kind === 'open' || steps.kind === 'open') return open;
  return made(cx, { op: 'sustained', of: operand.trigger, steps: steps.value }, expression);
}

export function everyTrigger(cx: Context, expression: Every): ValueOf<'trigger'> | Open | undefined {
  const steps = positive(cx, expression.period, 'steps');
  if (steps?.kind !== 'number') return steps === undefined ? undefined : open;
  return made(cx, { op: 'every', steps: steps.value }, expression);
}

/** A count of at least 1. */
export function positive(
  cx: Context,
  expression: Expression,
  unit: 'steps' | 'evaluations',
  still: string = whyStill.counted,
): ValueOf<'number'> | Open | undefined {
  const count = numberOf(cx, expression, t.count(unit), { still });
  if (count?.kind !== 'number' || count.value >= 1) return count;
  return cx.report(
    problem('T0304', expression.span, `0 ${unit} is no length of time`, { label: 'must be 1 or more' }),
  );
}

const mirrored = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '==': '==', '!=': '!=' } as const;

export function comparison(cx: Context, expression: Comparison): ValueOf<'trigger'> | Open | undefined {
  const { left, right, op } = expression;
  if (left.kind === 'Missing' || right.kind === 'Missing') return undefined;
  if (isNotFinite(left) || isNotFinite(right)) return notFiniteMeant(cx, expression);
  if (isStepCount(left) && right.kind === 'NumberLiteral') return stepsMeant(cx, expression, left, right);
  if (isNumber(cx, left) && isNumber(cx, right)) {
    return cx.report(
      problem('T0310', expression.span, 'this compares two numbers, so that it never changes', {
        reason: 'A condition must read at least one metric, such as "kl.mean > 0.15".',
      }),
    );
  }
  if (isNumber(cx, left)) return compare(cx, expression, right, mirrored[op], left);
  return compare(cx, expression, left, op, right);
}

/** `nan` or `inf`, as other languages name what is no finite number. */
function isNotFinite(expression: Expression): boolean {
  return expression.kind === 'Path' && /^(nan|inf|infinity)$/i.test(expression.text);
}

/** `loss == nan`: no number is equal to it, so that other languages too have a function to ask. */
function notFiniteMeant(cx: Context, { left, right, op, span }: Comparison): undefined {
  const [named, metric] = isNotFinite(left) ? [left, right] : [right, left];
  const asked = `not_finite(${expressionText(metric)})`;
  const meant = op === '==' ? asked : op === '!=' ? `not ${asked}` : undefined;
  return cx.report(
    problem('N0203', named.span, `no metric is called "${expressionText(named)}"`, {
      reason: 'Whether a metric is a finite number is asked by `not_finite(METRIC)`.',
      fix: meant === undefined ? undefined : replace(span, meant, `write "${meant}"`),
    }),
  );
}

/** `steps`, as other programs name how far a run has come. */
function isStepCount(expression: Expression): expression is Path {
  return expression.kind === 'Path' && /^(?:global_)?steps?$/i.test(expression.text);
}

/** `steps >= 60`: a number of steps is a condition by itself. */
function stepsMeant(cx: Context, { op, span }: Comparison, named: Path, count: NumberLiteral): undefined {
  const meant = op === '>' || op === '>=' ? `${expressionText(count)} steps` : undefined;
  return cx.report(
    problem('N0203', named.span, `no metric is called "${named.text}"`, {
      reason: 'How long a stage goes on is said by a number of steps: `until 60 steps`.',
      fix: meant === undefined ? undefined : replace(span, meant, `write "${meant}"`),
    }),
  );
}

/** Whether an expression can only be a number or a schedule: so that the metric is the other side. */
function isNumber(cx: Context, expression: Expression): boolean {
  if (expression.kind === 'NumberLiteral' || expression.kind === 'Quantity') return true;
  // In quotes it is none, but meant as one.
  if (expression.kind === 'StringLiteral') return /^-?[\d.]+%?$/.test(expression.value);
  if (expression.kind === 'Negative') return isNumber(cx, expression.operand);
  if (expression.kind === 'Arithmetic') {
    return isNumber(cx, expression.left) && isNumber(cx, expression.right);
  }
  if (expression.kind === 'Chain') return true;
  if (expression.kind === 'Call') return scheduleFunctions.some((one) => one.name === expression.callee.text);
  if (expression.kind !== 'Path' || expression.names.length !== 1) return false;
  const name = expression.names[0]!.text;
  const value = cx.scope.bindings.get(name);
  if (value !== undefined) {
    const type = value.kind === 'open' ? value.type.kind : value.kind;
    return type === 'number' || type === 'count' || type === 'schedule';
  }
  const declared = cx.scope.module.scope.get(name)?.declaration.kind;
  return declared === 'LetDeclaration' || declared === 'ScheduleDeclaration';
}

function compare(
  cx: Context,
  whole: Comparison,
  left: Expression,
  by: Compare['by'],
  right: Expression,
): ValueOf<'trigger'> | Open | undefined {
  const reading = readingOf(cx, left);
  const other = isNumber(cx, right) ? threshold(cx, right, reading) : readingOf(cx, right);
  if (reading === undefined || other === undefined) return undefined;
  if (reading === 'open' || other === 'open') return open;
  const trigger: Compare = { op: 'compare', left: reading, by, right: other };
  if (right.kind === 'NumberLiteral') cx.bounds.set(trigger, right.span);
  return made(cx, trigger, whole);
}

function threshold(
  cx: Context,
  expression: Expression,
  reading: MetricReading | 'open' | undefined,
): Bound | 'open' | undefined {
  const metric = reading === undefined || reading === 'open' ? undefined : reading.metric;
  const counted =
    metric !== undefined && (stageMetric(metric)?.unit === 'tokens' || /\.length$/.test(metric));
  return boundOf(cx, expression, counted && unitIn(cx, expression) !== null ? t.count('tokens') : t.number);
}

/** A number or a schedule of a type. */
function boundOf(cx: Context, expression: Expression, type: NumericType): Bound | 'open' | undefined {
  const value = cx.evaluate(expression, t.schedule(type));
  if (value?.kind === 'open') return 'open';
  if (value?.kind !== 'schedule') return undefined;
  const { schedule } = value;
  const [only, more] = schedule.pieces;
  const still = only?.shape === 'constant' && only.to === null && more === undefined;
  if (still) return only.start;
  // One schedule may bound several conditions: each is told of where it stands.
  const own = { ...schedule };
  cx.spans.set(own, expression.span);
  return own;
}

/** A metric, `ema(METRIC, span: 20 steps)` or `best(METRIC)`. */
function readingOf(cx: Context, expression: Expression): MetricReading | 'open' | undefined {
  if (expression.kind === 'Call') {
    const fn = readingFunctions.find((one) => one.name === expression.callee.text);
    if (fn !== undefined) return callReading(cx, expression, fn);
  }
  const metric = cx.evaluate(expression, t.metric);
  if (metric?.kind === 'open') return 'open';
  if (metric?.kind !== 'metric') return undefined;
  const reading: MetricReading = { of: 'last', metric: metric.name };
  cx.spans.set(reading, expression.span);
  return reading;
}

function callReading(cx: Context, call: Call, fn: BuiltinFunction): MetricReading | 'open' | undefined {
  const given = matchArguments(cx, fn.name, fn.parameters, call.arguments, call.span, fn.positional);
  if (given === undefined) return undefined;
  const metric = cx.evaluate(given.get('metric')!.value, t.metric);
  const span = given.has('span') ? positive(cx, given.get('span')!.value, 'steps') : null;
  if (metric === undefined || span === undefined) return undefined;
  if (metric.kind !== 'metric' || span?.kind === 'open') return 'open';
  const reading: MetricReading =
    span === null
      ? { of: 'best', metric: metric.name }
      : { of: 'ema', metric: metric.name, span: span.value };
  cx.spans.set(reading, given.get('metric')!.value.span);
  return reading;
}

export function triggerFunction(name: string): BuiltinFunction | undefined {
  return triggerFunctions.find((one) => one.name === name);
}

export function isReadingFunction(name: string): boolean {
  return readingFunctions.some((one) => one.name === name);
}

/** `plateau(...)`, `falls(...)`, `rises(...)`, `not_finite(...)`. */
export function callTrigger(cx: Context, call: Call, fn: BuiltinFunction): Value | undefined {
  const given = matchArguments(cx, fn.name, fn.parameters, call.arguments, call.span, fn.positional);
  if (given === undefined) return undefined;
  const metric = cx.evaluate(given.get('metric')!.value, t.metric);
  if (fn.name === 'not_finite') {
    if (metric?.kind !== 'metric') return metric === undefined ? undefined : open;
    return made(cx, { op: 'not_finite', metric: metric.name }, call);
  }
  const over = given.has('over')
    ? readings(cx, given.get('over')!)
    : ({ count: 1, unit: unitOfReadings(metric) } as const);
  const amount = given.get('gain_below') ?? given.get('by')!;
  // How much: never less than nothing, since the function's name gives the direction.
  const by = boundOf(cx, amount.value, t.coefficient);
  if (metric === undefined || over === undefined || by === undefined) return undefined;
  if (metric.kind !== 'metric' || over === 'open' || by === 'open') return open;
  const common = { metric: metric.name, over: over.count, unit: over.unit };
  return made(
    cx,
    fn.name === 'plateau'
      ? { op: 'plateau', ...common, gainBelow: by }
      : { op: fn.name as 'falls' | 'rises', ...common, by },
    call,
  );
}

/** Stages give their metrics at each step, suites theirs at each evaluation. */
function unitOfReadings(metric: Value | undefined): 'evaluations' | 'steps' {
  return metric?.kind === 'metric' && stageMetric(metric.name) !== undefined ? 'steps' : 'evaluations';
}

type Readings = { count: number; unit: 'evaluations' | 'steps' };

function readings(cx: Context, over: Argument): Readings | 'open' | undefined {
  const unit = unitIn(cx, over.value) === 'steps' ? 'steps' : 'evaluations';
  const count = positive(cx, over.value, unit);
  if (count === undefined) return undefined;
  return count.kind === 'open' ? 'open' : { count: count.value, unit };
}

/** Where the part of a trigger was written; the whole condition where that is not known. */
export function spanIn(cx: Pick<Context, 'spans'>, part: object, whole: Span): Span {
  return cx.spans.get(part) ?? whole;
}
