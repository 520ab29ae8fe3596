import type { Schedule } from '../../../runtime/graph/index.ts';
import { constant } from '../../../runtime/graph/schedule.ts';
import { problem, replace, type Fix, type Label } from '../../diagnostics/index.ts';
import { after, type Span } from '../../span.ts';
import { boundsOf, t, typeText, typeWords, within, type NumericType, type Type } from '../type.ts';
import { counted } from '../units.ts';
import type { Value, ValueOf } from '../value.ts';
import { whyStill } from '../why-still.ts';
import type { Context, Reading } from './context.ts';

/**
 * Makes a value fit the type that its place takes: checks units and bounds, and turns a number into
 * a schedule where one may stand. Reports what does not fit.
 */
export function fit(
  cx: Context,
  value: Value,
  type: Type,
  span: Span,
  reading: Reading = {},
): Value | undefined {
  if (type.kind === 'optional') return value.kind === 'none' ? value : fit(cx, value, type.of, span, reading);
  switch (value.kind) {
    case 'open':
      return mayFit(value.type, type)
        ? value
        : mismatch(cx, `a parameter of type ${typeText(value.type)}`, type, span);
    case 'number':
      return fitNumber(cx, value, type, span, reading);
    case 'schedule':
      if (type.kind === 'schedule') return fitSchedule(cx, value, type.of, span, reading);
      if (type.kind === 'amount' && type.schedule !== null) return value;
      if (['number', 'count', 'amount', 'duration'].includes(type.kind)) {
        return cx.report(
          problem('T0309', span, 'a schedule stands where a number must that never moves', {
            label: `this takes ${typeWords(type)}`,
            reason:
              reading.still ??
              (type.kind === 'duration' ? whyStill.place : undefined) ??
              'The run reads this value once, when it starts, so that it cannot change on the way.',
          }),
        );
      }
      break;
    case 'word':
      if (type.kind === 'enum' && type.values.includes(value.value)) return value;
      break;
    case 'string':
      if (type.kind === 'path' || type.kind === 'string') return value;
      break;
    default:
      if (value.kind === type.kind) return value;
  }
  return mismatch(cx, describe(value), type, span);
}

function fitNumber(
  cx: Context,
  value: ValueOf<'number'>,
  type: Type,
  span: Span,
  reading: Reading,
): Value | undefined {
  switch (type.kind) {
    case 'amount':
      return value;
    case 'number':
      if (value.unit === null) return inBounds(cx, value, type, span, reading);
      return cx.report(
        problem('T0303', span, `"${counted(value.value, value.unit)}" stands where a plain number must`, {
          label: `this takes ${typeWords(type)}, without a unit`,
          reason: 'A unit says what a number counts; this number counts nothing.',
        }),
      );
    case 'count':
      if (value.unit === null && reading.bare !== type.unit)
        return missingUnit(cx, value, type.unit, span, reading);
      if (value.unit !== null && value.unit !== type.unit) return wrongUnit(cx, value, type.unit, span);
      return inBounds(cx, value.unit === null ? { ...value, unit: type.unit } : value, type, span, reading);
    case 'duration':
      if (value.unit === null) return missingUnit(cx, value, 'steps', span, reading);
      if (value.unit !== 'steps' && value.unit !== 'tokens') return wrongUnit(cx, value, 'steps', span);
      return inBounds(cx, value, { kind: 'count', unit: value.unit }, span, reading);
    case 'schedule': {
      const fitted = fitNumber(cx, value, type.of, span, reading);
      if (fitted?.kind !== 'number') return fitted;
      const schedule = constant(fitted.value);
      cx.spans.set(schedule, span);
      return { kind: 'schedule', schedule, unit: fitted.unit };
    }
    case 'trigger':
      if (value.unit === 'steps' || value.unit === 'tokens') {
        if (
          inBounds(cx, value, { kind: 'count', unit: value.unit, bounds: t.times.bounds }, span, reading) ===
          undefined
        )
          return undefined;
        const trigger = { op: 'reached', count: value.value, unit: value.unit } as const;
        cx.spans.set(trigger, span);
        return { kind: 'trigger', trigger, text: counted(value.value, value.unit) };
      }
      return mismatch(cx, describe(value), type, span);
    case 'range':
      if (value.unit === null) return { kind: 'range', from: value.value, to: value.value, unit: null };
      return mismatch(cx, describe(value), type, span);
    default:
      return mismatch(cx, describe(value), type, span);
  }
}

function inBounds(
  cx: Context,
  value: ValueOf<'number'>,
  type: NumericType,
  span: Span,
  { form }: Reading,
): Value | undefined {
  if (within(type, value.value)) return value;
  const calculated = form === 'sum' || form === 'product';
  const fractional = type.kind === 'count' && !Number.isInteger(value.value);
  const percent =
    !calculated &&
    type.kind === 'number' &&
    type.name === 'Fraction' &&
    value.value >= 2 &&
    value.value <= 100
      ? replace(span, `${value.value}%`, `write ${value.value}%`)
      : undefined;
  return cx.report(
    problem(
      'T0304',
      span,
      calculated
        ? `this comes to ${described(value)}, which is out of range`
        : `${value.value} is out of range`,
      {
        label:
          boundsOf(type).most === Number.MAX_SAFE_INTEGER && value.value > Number.MAX_SAFE_INTEGER
            ? `must be at most ${Number.MAX_SAFE_INTEGER}`
            : `must be ${boundsOf(type).words}`,
        ...(calculated && fractional ? { reason: 'A count is whole, and is never rounded.' } : {}),
        fix: percent,
      },
    ),
  );
}

function fitSchedule(
  cx: Context,
  value: ValueOf<'schedule'>,
  type: NumericType,
  span: Span,
  { bare }: Reading,
): Value | undefined {
  const wanted = type.kind === 'count' ? type.unit : null;
  if (value.unit === null && wanted !== null && bare === wanted)
    return fitSchedule(cx, { ...value, unit: wanted }, type, span, {});
  if (value.unit !== wanted) {
    return mismatch(cx, describe(value), { kind: 'schedule', of: type }, span);
  }
  const outside = scheduleValues(value.schedule).find((one) => !within(type, one) && !roundable(type, one));
  if (outside === undefined) return value;
  const written = cx.spans.get(value.schedule);
  const secondary: Label[] =
    written && written !== span ? [{ span: written, text: 'the schedule is written here' }] : [];
  return cx.report(
    problem('S0404', span, `this schedule comes to ${outside}, outside the range of ${typeText(type)}`, {
      label: `every value must be ${boundsOf(type).words}`,
      secondary,
    }),
  );
}

/** A schedule of counts moves through fractions between whole ends; the run rounds them. */
function roundable(type: NumericType, value: number): boolean {
  return type.kind === 'count' && value >= boundsOf(type).least;
}

/** The values at the ends of every piece; between them a schedule never leaves their range. */
export function scheduleValues(schedule: Schedule): number[] {
  return schedule.pieces.flatMap((piece) =>
    piece.shape === 'cycle' ? piece.pieces.flatMap((one) => [one.start, one.end]) : [piece.start, piece.end],
  );
}

function described({ value, unit }: ValueOf<'number'>): string {
  return unit === null ? String(value) : counted(value, unit);
}

function missingUnit(
  cx: Context,
  value: ValueOf<'number'>,
  unit: string,
  span: Span,
  { form }: Reading,
): undefined {
  const word = value.value === 1 ? unit.slice(0, -1) : unit;
  return cx.report(
    problem('T0302', span, `${value.value} of what? This number needs its unit`, {
      label: `a count of ${unit}`,
      reason: 'Steps, tokens and evaluations are easily taken for one another, so a count says which it is.',
      fix: withUnit(value.value, word, unit.slice(0, -1), span, form),
    }),
  );
}

/** A unit stands behind a number; what is no number by itself is multiplied by one of the unit. */
function withUnit(value: number, word: string, one: string, span: Span, form: Reading['form']): Fix {
  if (form === 'literal') return replace(after(span), ` ${word}`, `write "${value} ${word}"`);
  const before = { ...span, end: span.start, endLine: span.line, endColumn: span.column };
  return {
    title: `multiply it by 1 ${one}`,
    edits: [
      ...(form === 'sum' ? [{ span: before, text: '(' }] : []),
      { span: after(span), text: `${form === 'sum' ? ')' : ''} * 1 ${one}` },
    ],
  };
}

function wrongUnit(cx: Context, value: ValueOf<'number'>, unit: string, span: Span): undefined {
  return cx.report(
    problem('T0303', span, `"${counted(value.value, value.unit!)}" stands where a count of ${unit} must`, {
      label: `expected a count of ${unit}`,
    }),
  );
}

export function mismatch(cx: Context, found: string, type: Type, span: Span, fix?: Fix): undefined {
  return cx.report(
    problem('T0301', span, `expected ${typeWords(type)}, found ${found}`, { label: exampleOf(type), fix }),
  );
}

/** Whether values of one type can be of another; bounds are looked at once the value is there. */
function mayFit(from: Type, to: Type): boolean {
  if (to.kind === 'amount') {
    if (from.kind === 'schedule') return to.schedule !== null;
    return from.kind === 'number' || from.kind === 'count' || from.kind === 'duration';
  }
  if (to.kind === 'optional') return mayFit(from, to.of);
  if (from.kind === 'optional') return mayFit(from.of, to);
  if (to.kind === 'schedule') return mayFit(from.kind === 'schedule' ? from.of : from, to.of);
  if (from.kind === 'count') {
    const measures = from.unit === 'steps' || from.unit === 'tokens';
    if ((to.kind === 'duration' || to.kind === 'trigger') && measures) return true;
    return to.kind === 'count' && to.unit === from.unit;
  }
  // A number by itself is a range of one.
  if (from.kind === 'number' && to.kind === 'range') return true;
  if (from.kind === 'duration') return to.kind === 'duration' || to.kind === 'trigger';
  if (from.kind === 'enum') return to.kind === 'enum' && from.values.every((one) => to.values.includes(one));
  if (from.kind === 'string') return to.kind === 'string' || to.kind === 'path';
  return from.kind === to.kind;
}

/** What could stand there instead. */
function exampleOf(type: Type): string {
  switch (type.kind) {
    case 'number':
    case 'amount':
      return 'for example 0.5';
    case 'count':
      return `for example ${counted(16, type.unit)}`;
    case 'duration':
      return 'for example 100 steps';
    case 'range':
      return 'for example 2..4';
    case 'string':
    case 'path':
      return 'for example "main"';
    case 'boolean':
      return 'write true or false';
    case 'enum':
      return `for example ${type.values[0] ?? ''}`;
    case 'several':
    case 'schedule':
    case 'optional':
      return exampleOf(type.of);
    case 'metric':
      return 'for example kl.mean';
    case 'trigger':
      return 'for example kl.mean > 0.15';
    default:
      return `the name of a ${type.kind} stands here`;
  }
}

/** A value in words, for messages. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.unit === null ? `the number ${value.value}` : counted(value.value, value.unit);
    case 'range':
      return `the range ${value.from}..${value.to}`;
    case 'string':
      return `the text "${value.value}"`;
    case 'word':
      return `the word ${value.value}`;
    case 'several':
      return `the words ${value.values.join(', ')}`;
    case 'boolean':
      return String(value.value);
    case 'none':
      return 'none';
    case 'schedule':
      return value.unit === null ? 'a schedule of plain numbers' : `a schedule of ${value.unit}`;
    case 'metric':
      return `the metric ${value.name}`;
    case 'open':
      return `a parameter of type ${typeText(value.type)}`;
    default:
      return `a ${value.kind}`;
  }
}
