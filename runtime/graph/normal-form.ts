import type { Piece, Ramp, Schedule } from './schedule.ts';
import { isReading, type Bound, type Trigger } from './trigger.ts';

/**
 * The same schedule in its shortest form: two schedules that have the same value everywhere, however they
 * were put together of constants, lines and repeats, come out alike.
 */
export function normalSchedule(schedule: Schedule): Schedule {
  const pieces = merged(schedule.pieces.map(normalPiece));
  while (pieces.length > 1 && holdsLike(pieces[0]!, pieces[1]!)) pieces.shift();
  while (pieces.length > 1 && continues(pieces.at(-2)!, pieces.at(-1)!)) pieces.pop();
  const [only] = pieces;
  if (pieces.length === 1 && only?.shape === 'constant') {
    return { over: 'steps', pieces: [{ ...only, from: 0, to: null }] };
  }
  // After its last piece a schedule holds its end: a constant has no need to say how long it does.
  const last = pieces.at(-1);
  if (last?.shape === 'constant') pieces[pieces.length - 1] = { ...last, to: null };
  return { over: schedule.over, pieces };
}

function normalPiece(piece: Piece): Piece {
  if (piece.shape === 'cycle') {
    return { ...piece, pieces: merged(piece.pieces.map(normalPiece)) as Ramp[] };
  }
  return piece.start === piece.end ? { ...piece, shape: 'constant' } : piece;
}

/** Joins neighbours that are one constant or one straight line. */
function merged(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const one = before && joinedLine(before, piece);
    if (one) joined[joined.length - 1] = one;
    else joined.push(piece);
  }
  return joined;
}

function joinedLine(a: Piece, b: Piece): Ramp | null {
  if (a.shape === 'cycle' || b.shape === 'cycle' || a.shape !== b.shape) return null;
  if (a.to === null || a.to !== b.from || a.end !== b.start) return null;
  const straight =
    a.shape === 'constant' ||
    (a.shape === 'linear' && b.to !== null && nearly(slope(a, a.to), slope(b, b.to)));
  return straight ? { ...a, to: b.to, end: b.end } : null;
}

const slope = ({ from, start, end }: Ramp, to: number): number => (end - start) / (to - from);

function nearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** Before its first piece a schedule holds that piece's start. */
function holdsLike(first: Piece, second: Piece): boolean {
  return first.shape === 'constant' && second.shape !== 'cycle' && second.start === first.start;
}

/** After its last piece a schedule holds that piece's end. */
function continues(before: Piece, last: Piece): boolean {
  return last.shape === 'constant' && before.shape !== 'cycle' && before.end === last.start;
}

/** The same condition with `and` and `or` flat, without doubles, and in an order that does not depend on how it was written. */
export function normalTrigger(trigger: Trigger): Trigger {
  switch (trigger.op) {
    case 'and':
    case 'or': {
      const { op } = trigger;
      const parts = trigger.of.map(normalTrigger).flatMap((one) => (one.op === op ? one.of : [one]));
      const byText = new Map(parts.map((one) => [JSON.stringify(one), one]));
      const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      return sorted.length === 1 ? sorted[0]! : { op, of: sorted };
    }
    case 'not': {
      const inner = normalTrigger(trigger.of);
      return inner.op === 'not' ? inner.of : { op: 'not', of: inner };
    }
    case 'sustained':
      return { ...trigger, of: normalTrigger(trigger.of) };
    case 'compare':
      return isReading(trigger.right) ? trigger : { ...trigger, right: normalBound(trigger.right) };
    case 'falls':
    case 'rises':
      return { ...trigger, by: normalBound(trigger.by) };
    case 'plateau':
      return { ...trigger, gainBelow: normalBound(trigger.gainBelow) };
    default:
      return trigger;
  }
}

/** A bound that never moves is a number, however it was written. */
function normalBound(bound: Bound): Bound {
  if (typeof bound === 'number') return bound;
  const schedule = normalSchedule(bound);
  const [only] = schedule.pieces;
  return schedule.pieces.length === 1 && only?.shape === 'constant' ? only.start : schedule;
}
