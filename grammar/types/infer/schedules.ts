import type { Cycle, Ramp, Schedule } from '../../../runtime/graph/index.ts';
import type { Argument, Call, Chain, ChainPiece, Expression } from '../../ast.ts';
import { nearestFix, problem } from '../../diagnostics/index.ts';
import type { Span } from '../../span.ts';
import { scheduleFunctions, type BuiltinFunction } from '../functions.ts';
import { t, type NumericType } from '../type.ts';
import { counted } from '../units.ts';
import type { Value, ValueOf } from '../value.ts';
import { whyStill } from '../why-still.ts';
import { matchArguments } from './arguments.ts';
import { numberOf, type Context, type Reading } from './context.ts';

type Axis = 'steps' | 'tokens';
type Open = ValueOf<'open'>;

const shapes = ['constant', 'linear', 'cosine', 'exponential', 'step'] as const;

function finished(
  cx: Context,
  over: Schedule['over'],
  pieces: Schedule['pieces'],
  of: NumericType,
  span: Span,
): ValueOf<'schedule'> {
  const schedule: Schedule = { over, pieces };
  cx.spans.set(schedule, span);
  return { kind: 'schedule', schedule, unit: of.kind === 'count' ? of.unit : null };
}

function hold(value: number, from: number): Ramp {
  return { shape: 'constant', from, to: null, start: value, end: value };
}

/** `0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 400 steps`. */
export function chainSchedule(
  cx: Context,
  chain: Chain,
  of: NumericType,
  reading: Reading,
): ValueOf<'schedule'> | Open | undefined {
  const start = numberOf(cx, chain.start, of, { ...reading, still: whyStill.piece });
  const at = chain.at === null ? null : numberOf(cx, chain.at, t.duration);
  const parts = chain.pieces.map((piece) => ({
    piece,
    to: piece.to === null ? null : numberOf(cx, piece.to, of, { ...reading, still: whyStill.piece }),
    position: numberOf(cx, piece.position, t.duration),
    known: knownShape(cx, piece),
  }));
  const values = [start, at, ...parts.flatMap((one) => [one.to, one.position])];
  if (values.includes(undefined) || parts.some((one) => !one.known)) return undefined;
  if (values.some((one) => one?.kind === 'open')) return { kind: 'open', type: t.schedule(of) };

  let axis = at?.kind === 'number' ? (at.unit as Axis) : null;
  let x = at?.kind === 'number' ? at.value : 0;
  let value = (start as ValueOf<'number'>).value;
  let before: Span = chain.at?.span ?? chain.start.span;
  const pieces: Ramp[] = [];
  for (const { piece, to, position } of parts) {
    const target = position as ValueOf<'number'>;
    if (axis !== null && target.unit !== axis) return reportMixed(cx, piece.position, axis, before);
    axis = target.unit as Axis;
    const end = piece.by === 'at' || piece.by === 'until' ? target.value : x + target.value;
    if (end <= x && !(piece.shape.text === 'step' && end === x && pieces.length === 0)) {
      return reportOrder(cx, piece, target, x, axis, before);
    }
    const next = to === null ? value : (to as ValueOf<'number'>).value;
    const ramp = pieceOf(cx, piece, x, end, value, next);
    if (ramp === undefined) return undefined;
    if (end > x) {
      cx.spans.set(ramp, piece.span);
      pieces.push(ramp);
    }
    [x, value, before] = [end, next, piece.position.span];
  }
  // A jump at the very end, or a lone anchor, has nothing after it that would hold its value.
  const last = pieces[pieces.length - 1];
  if (last === undefined || last.end !== value) pieces.push(hold(value, x));
  return finished(cx, axis ?? 'steps', pieces, of, chain.span);
}

function knownShape(cx: Context, piece: ChainPiece): boolean {
  const { text, span } = piece.shape;
  if ((shapes as readonly string[]).includes(text)) {
    if (text === 'constant' || piece.to !== null) return true;
    cx.report(
      problem('S0410', span, `"${text}" needs the value that it goes to`, {
        label: `write "${text} to VALUE at POSITION"`,
      }),
    );
    return false;
  }
  if (text !== '') {
    cx.report(
      problem('S0410', span, `a schedule has no piece "${text}"`, {
        reason: `The pieces are ${shapes.join(', ')}.`,
        fix: nearestFix(span, text, shapes),
      }),
    );
  }
  return false;
}

function pieceOf(
  cx: Context,
  piece: ChainPiece,
  from: number,
  to: number,
  start: number,
  end: number,
): Ramp | undefined {
  switch (piece.shape.text) {
    case 'step':
      return { shape: 'constant', from, to, start, end: start };
    case 'constant':
      if (start === end) return { shape: 'constant', from, to, start, end };
      return cx.report(
        problem('S0410', piece.span, `a constant piece cannot go from ${start} to ${end}`, {
          reason:
            'It holds the value of the piece before. "step to VALUE at POSITION" jumps, "linear to" moves evenly.',
        }),
      );
    case 'exponential':
      if (start * end > 0) return { shape: 'exponential', from, to, start, end };
      return reportExponential(cx, piece.span, start, end);
    default:
      return { shape: piece.shape.text as 'linear' | 'cosine', from, to, start, end };
  }
}

function reportExponential(cx: Context, span: Span, start: number, end: number): undefined {
  return cx.report(
    problem('S0405', span, `an exponential piece cannot go from ${start} to ${end}`, {
      reason:
        'It moves by equal factors, so that neither end may be 0 and both must have the same sign. A small number instead of 0, or "linear" or "cosine", will do.',
    }),
  );
}

function reportMixed(cx: Context, position: Expression, axis: Axis, before: Span): undefined {
  return cx.report(
    problem('S0406', position.span, `this schedule is counted in ${axis}, this position is not`, {
      label: `expected ${axis}`,
      secondary: [{ span: before, text: `${axis} here` }],
      reason:
        'A schedule is read either by steps or by tokens: how many tokens a step will take is not known before the run.',
    }),
  );
}

function reportOrder(
  cx: Context,
  piece: ChainPiece,
  target: ValueOf<'number'>,
  x: number,
  axis: Axis,
  before: Span,
): undefined {
  if (piece.by === 'over' || piece.by === 'for') {
    return cx.report(
      problem('S0407', piece.position.span, 'a piece of a schedule needs a length of more than 0', {
        label: 'must be 1 or more',
      }),
    );
  }
  const overlap = target.value < x;
  return cx.report(
    problem(
      'S0401',
      piece.position.span,
      overlap
        ? `${counted(target.value, axis)} lies before the end of the piece before`
        : `this piece ends at ${counted(target.value, axis)}, where it starts`,
      {
        label: `must lie after ${counted(x, axis)}`,
        secondary: [{ span: before, text: `the piece starts here, at ${counted(x, axis)}` }],
        reason:
          'The pieces of a schedule follow one another without overlap, each with a later end than the one before.',
      },
    ),
  );
}

/** `linear(1, 3, over: 200 steps)`; undefined too where the name is no such function and nothing was reported. */
export function scheduleFunction(name: string): BuiltinFunction | undefined {
  return scheduleFunctions.find((one) => one.name === name);
}

export function callSchedule(
  cx: Context,
  call: Call,
  fn: BuiltinFunction,
  of: NumericType,
  reading: Reading,
): Value | undefined {
  const given = matchArguments(cx, fn.name, fn.parameters, call.arguments, call.span, fn.positional);
  if (given === undefined) return undefined;
  if (fn.name === 'cycle') return cycleSchedule(cx, call, given, of, reading);
  const start = numberOf(cx, given.get('first')!.value, of, { ...reading, still: whyStill.piece });
  const end = numberOf(cx, given.get('last')!.value, of, { ...reading, still: whyStill.piece });
  if (fn.name === 'step') return stepSchedule(cx, call, given, of, start, end);
  const place = placeOf(cx, given);
  if (start === undefined || end === undefined || place === undefined) return undefined;
  if (start.kind === 'open' || end.kind === 'open' || place === 'open')
    return { kind: 'open', type: t.schedule(of) };
  const shape = fn.name as 'linear' | 'cosine' | 'exponential';
  if (shape === 'exponential' && start.value * end.value <= 0) {
    return reportExponential(cx, call.span, start.value, end.value);
  }
  const ramp: Ramp = { shape, from: place.from, to: place.to, start: start.value, end: end.value };
  cx.spans.set(ramp, call.span);
  return finished(cx, place.over, [ramp], of, call.span);
}

type Place = { over: Schedule['over']; from: number; to: number };

/** Where a ramp lies: `over: 200 steps, from: 100 steps`, or `over: METRIC, between: a..b`. */
function placeOf(cx: Context, given: ReadonlyMap<string, Argument>): Place | 'open' | undefined {
  const over = given.get('over')!.value;
  const between = given.get('between');
  const from = given.get('from');
  if (over.kind === 'Path' && (between !== undefined || over.names.length > 1)) {
    const metric = cx.evaluate(over, t.metric);
    if (metric === undefined) return undefined;
    if (between === undefined) {
      return cx.report(
        problem('S0411', over.span, 'a schedule that follows a metric needs the range over which it moves', {
          label: 'which values of it?',
          reason: 'Write between: LOW..HIGH after it; below LOW the first value holds, above HIGH the last.',
        }),
      );
    }
    if (from !== undefined) {
      return cx.report(
        problem('S0411', from.span, 'a schedule that follows a metric has no start in time', {
          label: 'take it away',
        }),
      );
    }
    const range = cx.evaluate(between.value, t.range);
    if (range === undefined) return undefined;
    if (metric.kind !== 'metric' || range.kind !== 'range') return 'open';
    if (range.to <= range.from)
      return cx.report(
        problem('S0407', between.value.span, 'the range of the metric is empty', {
          label: 'its ends must differ',
        }),
      );
    return { over: { metric: metric.name }, from: range.from, to: range.to };
  }
  if (between !== undefined) {
    return cx.report(
      problem('S0411', between.span, '"between" belongs to a metric', {
        label: 'this schedule is read by steps or tokens',
      }),
    );
  }
  const length = numberOf(cx, over, t.duration);
  const start = from === undefined ? null : numberOf(cx, from.value, t.duration);
  if (length === undefined || start === undefined) return undefined;
  if (length.kind === 'open' || start?.kind === 'open') return 'open';
  const axis = length.unit as Axis;
  if (start !== null && start.unit !== axis) return reportMixed(cx, from!.value, axis, over.span);
  if (length.value <= 0)
    return cx.report(
      problem('S0407', over.span, 'a schedule needs a length of more than 0', { label: 'must be 1 or more' }),
    );
  const begin = start?.value ?? 0;
  return { over: axis, from: begin, to: begin + length.value };
}

function stepSchedule(
  cx: Context,
  call: Call,
  given: ReadonlyMap<string, Argument>,
  of: NumericType,
  before: ValueOf<'number'> | Open | undefined,
  later: ValueOf<'number'> | Open | undefined,
): Value | undefined {
  const at = numberOf(cx, given.get('at')!.value, t.duration);
  if (before === undefined || later === undefined || at === undefined) return undefined;
  if (before.kind === 'open' || later.kind === 'open' || at.kind === 'open')
    return { kind: 'open', type: t.schedule(of) };
  if (at.value <= 0)
    return cx.report(
      problem('S0407', given.get('at')!.value.span, 'the jump must come after the start', {
        label: 'must be 1 or more',
      }),
    );
  const first: Ramp = { shape: 'constant', from: 0, to: at.value, start: before.value, end: before.value };
  return finished(cx, at.unit as Axis, [first, hold(later.value, at.value)], of, call.span);
}

function cycleSchedule(
  cx: Context,
  call: Call,
  given: ReadonlyMap<string, Argument>,
  of: NumericType,
  reading: Reading,
): Value | undefined {
  const inner = cx.evaluate(given.get('schedule')!.value, t.schedule(of), reading);
  const period = numberOf(cx, given.get('period')!.value, t.duration);
  const from = given.has('from') ? numberOf(cx, given.get('from')!.value, t.duration) : null;
  if (inner === undefined || period === undefined || from === undefined) return undefined;
  if (inner.kind !== 'schedule' || period.kind === 'open' || from?.kind === 'open')
    return { kind: 'open', type: t.schedule(of) };
  const { over, pieces } = inner.schedule;
  const axis = period.unit as Axis;
  const at = given.get('schedule')!.value;
  const ramps = pieces.filter((one): one is Ramp => one.shape !== 'cycle');
  if (ramps.length < pieces.length)
    return cx.report(problem('S0403', at.span, 'a cycle cannot repeat a cycle', { label: 'itself a cycle' }));
  const still = ramps.length === 1 && ramps[0]!.to === null;
  if (over !== axis && !still) return reportMixed(cx, at, axis, given.get('period')!.value.span);
  if (from !== null && from.unit !== axis)
    return reportMixed(cx, given.get('from')!.value, axis, given.get('period')!.value.span);
  const long = Math.max(...ramps.map((one) => one.to ?? one.from));
  if (long > period.value || period.value <= 0) {
    return cx.report(
      problem(
        'S0403',
        given.get('period')!.value.span,
        `a period of ${counted(period.value, axis)} is shorter than the schedule in it`,
        {
          label: `the schedule takes ${counted(long, axis)}`,
          secondary: [{ span: at.span, text: 'this schedule' }],
        },
      ),
    );
  }
  const cycle: Cycle = {
    shape: 'cycle',
    from: from?.value ?? 0,
    to: null,
    period: period.value,
    pieces: ramps,
  };
  return finished(cx, axis, [cycle], of, call.span);
}
