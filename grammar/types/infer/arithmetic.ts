import type { Ramp, Schedule } from '../../../runtime/graph/index.ts';
import { constant } from '../../../runtime/graph/schedule.ts';
import type { Arithmetic, Expression, Negative } from '../../ast.ts';
import { problem, replace } from '../../diagnostics/index.ts';
import { after, type Span } from '../../span.ts';
import { fractionOf, inverse, nearestNumber, negative, plus, times, type Fraction } from '../fraction.ts';
import { t, type NumericType, type Type } from '../type.ts';
import type { Unit } from '../units.ts';
import type { Value, ValueOf } from '../value.ts';
import type { Context, Reading } from './context.ts';
import { fit } from './fit.ts';

type Calculation = Arithmetic | Negative;
type Operand = ValueOf<'number'> | ValueOf<'schedule'> | ValueOf<'open'>;
/** `unknown`: steps or tokens, which of them an argument will say. */
type Counted = Unit | null | 'unknown';

/** Works out a calculation, and makes the result fit its place. */
export function arithmetic(
  cx: Context,
  expression: Calculation,
  type: Type,
  reading: Reading,
): Value | undefined {
  const result = calculate(cx, expression, { kind: 'amount', schedule: scheduledBy(type) });
  if (result === undefined) return undefined;
  const loose = expression.kind === 'Arithmetic' && /[+-]/.test(expression.sign.text);
  return fit(cx, result, type, expression.span, { ...reading, form: loose ? 'sum' : 'product' });
}

/** The type of the values of schedules that may stand in a calculation: without bounds, which only the result must keep. */
function scheduledBy(type: Type): NumericType | null {
  if (type.kind === 'optional') return scheduledBy(type.of);
  if (type.kind === 'amount') return type.schedule;
  if (type.kind !== 'schedule') return null;
  if (type.of.kind === 'number') return t.number;
  return { ...t.count(type.of.unit), bounds: { least: -Infinity, most: Infinity, open: false, words: '' } };
}

function calculate(cx: Context, expression: Calculation, type: Type): Operand | undefined {
  // Along the left side in a loop: a long sum is deep there.
  const steps: Arithmetic[] = [];
  let first: Expression = expression;
  while (first.kind === 'Arithmetic') {
    steps.push(first);
    first = first.left;
  }
  let total =
    first.kind === 'Negative'
      ? negated(cx, first, operandOf(cx, first.operand, type))
      : operandOf(cx, first, type);
  for (const step of steps.toReversed()) {
    const right = operandOf(cx, step.right, type);
    total = total && right && combine(cx, step, total, right);
  }
  return total;
}

function operandOf(cx: Context, expression: Expression, type: Type): Operand | undefined {
  const value = cx.evaluate(expression, type);
  return value?.kind === 'number' || value?.kind === 'schedule' || value?.kind === 'open' ? value : undefined;
}

function negated(cx: Context, at: Negative, value: Operand | undefined): Operand | undefined {
  if (value?.kind === 'number') return numberWith(negative(exactly(value)), value.unit);
  if (value?.kind === 'schedule') return scaled(cx, value, fractionOf(-1), value.unit, at.span);
  return value;
}

function combine(cx: Context, step: Arithmetic, left: Operand, right: Operand): Operand | undefined {
  const unit = unitOfResult(cx, step, left, right);
  if (unit === undefined) return undefined;
  const { text: sign } = step.sign;
  if (isSchedule(left) || isSchedule(right)) {
    if (sign === '+' || sign === '-' || isSchedule(right) === isSchedule(left) || isOver(sign, right)) {
      return cx.report(
        problem('T0313', step.span, 'a schedule can only be multiplied and divided by a number', {
          label: `not ${sign === '/' && isSchedule(right) ? 'divided by a schedule' : `by "${sign}"`}`,
          reason: 'Its shape would be another: write the pieces of the schedule that is meant.',
        }),
      );
    }
  }
  if (sign === '/' && right.kind === 'number' && right.value === 0) {
    return cx.report(
      problem('T0312', step.span, 'this divides by 0', {
        label: 'has no result',
        secondary: [{ span: step.right.span, text: 'comes to 0' }],
      }),
    );
  }
  if (left.kind === 'open' || right.kind === 'open') {
    const of = unit === null ? t.number : unit === 'unknown' ? t.duration : t.count(unit);
    const scheduled = (isSchedule(left) || isSchedule(right)) && of.kind !== 'duration';
    return { kind: 'open', type: scheduled ? t.schedule(of) : of };
  }
  const known = unit === 'unknown' ? null : unit;
  if (left.kind === 'schedule' || right.kind === 'schedule') {
    const schedule = (left.kind === 'schedule' ? left : right) as ValueOf<'schedule'>;
    const factor = exactly((left.kind === 'schedule' ? right : left) as ValueOf<'number'>);
    return scaled(cx, schedule, sign === '/' ? inverse(factor) : factor, known, step.span);
  }
  const [a, b] = [exactly(left), exactly(right)];
  const exact = {
    '+': () => plus(a, b),
    '-': () => plus(a, negative(b)),
    '*': () => times(a, b),
    '/': () => times(a, inverse(b)),
  }[sign]();
  const result = numberWith(exact, known);
  return Number.isFinite(result.value) ? result : tooLarge(cx, step.span);
}

function isSchedule(value: Operand): boolean {
  return value.kind === 'schedule' || (value.kind === 'open' && value.type.kind === 'schedule');
}

function isOver(sign: string, right: Operand): boolean {
  return sign === '/' && isSchedule(right);
}

function exactly(value: ValueOf<'number'>): Fraction {
  return value.exact ?? fractionOf(value.value);
}

function numberWith(exact: Fraction, unit: Unit | null): ValueOf<'number'> {
  return { kind: 'number', value: nearestNumber(exact), unit, exact };
}

function tooLarge(cx: Context, span: Span): undefined {
  return cx.report(
    problem('T0312', span, 'the result of this calculation is too large', {
      label: 'beyond all numbers',
      reason: 'Numbers are 64-bit floating point: the largest is about 1.8e308.',
    }),
  );
}

/** Every value of a schedule times a factor. */
function scaled(
  cx: Context,
  { schedule }: ValueOf<'schedule'>,
  factor: Fraction,
  unit: Unit | null,
  span: Span,
): ValueOf<'schedule'> | undefined {
  const scale = (value: number) => nearestNumber(times(fractionOf(value), factor));
  const ramp = (one: Ramp): Ramp => ({ ...one, start: scale(one.start), end: scale(one.end) });
  const pieces: Schedule['pieces'] = schedule.pieces.map((one) =>
    one.shape === 'cycle' ? { ...one, pieces: one.pieces.map(ramp) } : ramp(one),
  );
  const ramps = pieces.flatMap((one) => (one.shape === 'cycle' ? one.pieces : [one]));
  if (!ramps.every((one) => Number.isFinite(one.start) && Number.isFinite(one.end)))
    return tooLarge(cx, span);
  // An exponential piece has no zeros.
  const result = factor.top === 0n ? constant(0) : { over: schedule.over, pieces };
  if (factor.top !== 0n && ramps.some((one) => one.shape === 'exponential' && one.start * one.end === 0)) {
    return cx.report(
      problem('T0312', span, 'this makes an exponential piece of the schedule vanish', {
        label: 'comes to 0',
      }),
    );
  }
  cx.spans.set(result, span);
  return { kind: 'schedule', schedule: result, unit };
}

function countedIn(value: Operand): Counted {
  if (value.kind !== 'open') return value.unit;
  const type = value.type.kind === 'schedule' ? value.type.of : value.type;
  if (type.kind === 'duration') return 'unknown';
  return type.kind === 'count' ? type.unit : null;
}

/** What the result counts; undefined where the two do not go together, which was reported. */
function unitOfResult(cx: Context, step: Arithmetic, left: Operand, right: Operand): Counted | undefined {
  const [a, b] = [countedIn(left), countedIn(right)];
  switch (step.sign.text) {
    case '*':
      if (a === null || b === null) return a ?? b;
      return reportUnits(
        cx,
        step,
        a,
        b,
        'Steps times steps count nothing: one of the two is a plain number.',
      );
    case '/':
      if (b === null) return a;
      if (a === b && a !== 'unknown') return null;
      if (a !== null && (a === 'unknown' || b === 'unknown')) return null;
      return reportUnits(cx, step, a, b, 'A count is divided by a number, or by a count of the same unit.');
    default:
      if (a === b) return a;
      if (a === 'unknown' && b !== null) return b;
      if (b === 'unknown' && a !== null) return a;
      return reportUnits(
        cx,
        step,
        a,
        b,
        a === null || b === null
          ? 'A count and a number without a unit cannot be added: of what would the sum be?'
          : 'Units are never converted: how many tokens a step will take is not known before the run.',
      );
  }
}

const words = { '+': 'added', '-': 'subtracted', '*': 'multiplied', '/': 'divided' } as const;

function reportUnits(cx: Context, step: Arithmetic, a: Counted, b: Counted, reason: string): undefined {
  const bare = a === null ? step.left : b === null ? step.right : undefined;
  const unit = (a ?? b)!;
  const sums = step.sign.text === '+' || step.sign.text === '-';
  const mends = sums && bare?.kind === 'NumberLiteral' && !bare.percent && unit !== 'unknown';
  const word =
    unit !== 'unknown' && bare?.kind === 'NumberLiteral' && bare.value === 1 ? unit.slice(0, -1) : unit;
  return cx.report(
    problem('T0313', step.span, `${inWords(a)} and ${inWords(b)} cannot be ${words[step.sign.text]}`, {
      label: `by this "${step.sign.text}"`,
      secondary: [
        { span: step.left.span, text: inWords(a) },
        { span: step.right.span, text: inWords(b) },
      ],
      reason,
      fix: mends ? replace(after(bare.span), ` ${word}`, `write the unit "${word}"`) : undefined,
    }),
  );
}

function inWords(unit: Counted): string {
  if (unit === null) return 'a plain number';
  return unit === 'unknown' ? 'a duration' : unit;
}
