import { pointer, type GraphProblem } from './problem.ts';
import type { Piece, Ramp, Schedule } from './schedule.ts';

/** The values that a schedule may take. */
export interface Bounds {
  min: number;
  max: number;
  /** Whether `min` itself is left out. */
  above?: boolean;
  whole?: boolean;
}

/** Whether a number, or a schedule that is one number throughout, as most are, lies within bounds. */
export function isPlainlyWithin(value: number | Schedule, bounds: Bounds): boolean {
  if (typeof value === 'number') return isWithin(value, bounds);
  const [piece, second] = value.pieces;
  if (piece?.shape !== 'constant' || second !== undefined || piece.to !== null) return false;
  return piece.start === piece.end && isWithin(piece.start, bounds);
}

function isWithin(value: number, { min, max, above = false, whole = false }: Bounds): boolean {
  return (
    Number.isFinite(value) &&
    (above ? value > min : value >= min) &&
    value <= max &&
    (!whole || Number.isInteger(value))
  );
}

/** What is wrong with a schedule's pieces, and with the values at their ends (between them no shape goes further). */
export function checkSchedule(schedule: Schedule, at: string, bounds: Bounds): GraphProblem[] {
  const { pieces } = schedule;
  if (pieces.length === 0) {
    return [
      {
        pointer: `${at}/pieces`,
        message: 'the schedule has no piece',
        hint: 'Give at least one, e.g. a constant from 0.',
      },
    ];
  }
  return [
    ...checkSequence(pieces, `${at}/pieces`),
    ...pieces.flatMap((piece, i) => checkPiece(piece, `${at}/pieces/${i}`, bounds)),
  ];
}

function checkSequence(pieces: readonly Piece[], at: string): GraphProblem[] {
  return pieces.flatMap((piece, i): GraphProblem[] => {
    const next = pieces[i + 1];
    if (piece.to !== null && !(piece.to > piece.from)) {
      const message = `the piece ends at ${piece.to}, not after its start at ${piece.from}`;
      return [{ pointer: `${at}/${i}/to`, message, hint: 'A piece must have a length.' }];
    }
    if (next === undefined || next.from === piece.to) return [];
    const message =
      piece.to === null
        ? 'the piece never ends, yet another follows'
        : `there is ${next.from > piece.to ? 'a gap' : 'an overlap'} between ${piece.to} and ${next.from}`;
    return [
      {
        pointer: `${at}/${i}/to`,
        message,
        hint: `Let this piece end where the next one starts, at ${next.from}.`,
      },
    ];
  });
}

function checkPiece(piece: Piece, at: string, bounds: Bounds): GraphProblem[] {
  if (piece.shape !== 'cycle') return checkRamp(piece, at, bounds);
  const problems = piece.pieces.flatMap((ramp, i) => checkRamp(ramp, `${at}/pieces/${i}`, bounds));
  if (!(piece.period > 0)) {
    problems.push({
      pointer: `${at}/period`,
      message: `a period of ${piece.period}`,
      hint: 'A cycle needs a period above 0.',
    });
  }
  const first = piece.pieces[0];
  if (first === undefined) {
    problems.push({ pointer: `${at}/pieces`, message: 'the cycle has no piece', hint: 'Give at least one.' });
    return problems;
  }
  const end = piece.pieces.at(-1)?.to ?? null;
  if (first.from < 0 || (end !== null && end > piece.period)) {
    const message = `the pieces of the cycle lie outside its period, 0 to ${piece.period}`;
    problems.push({
      pointer: `${at}/pieces`,
      message,
      hint: 'Write them relative to the start of a period.',
    });
  }
  return [...problems, ...checkSequence(piece.pieces, `${at}/pieces`)];
}

function checkRamp(ramp: Ramp, at: string, bounds: Bounds): GraphProblem[] {
  const problems: GraphProblem[] = [];
  if (ramp.shape === 'constant' && ramp.start !== ramp.end) {
    const message = `a constant that starts at ${ramp.start} and ends at ${ramp.end}`;
    problems.push({ pointer: `${at}/end`, message, hint: `Let both be the same, or make the shape linear.` });
  }
  if (ramp.shape !== 'constant' && ramp.to === null) {
    problems.push({
      pointer: `${at}/to`,
      message: `a ${ramp.shape} piece that never ends`,
      hint: 'Say where it ends; only a constant may go on for ever.',
    });
  }
  if (ramp.shape === 'exponential' && !(ramp.start * ramp.end > 0)) {
    const message = `an exponential from ${ramp.start} to ${ramp.end}: it cannot reach or cross 0`;
    problems.push({
      pointer: `${at}/start`,
      message,
      hint: 'Use a small value of the same sign instead of 0, or another shape.',
    });
  }
  for (const key of ['start', 'end'] as const)
    problems.push(...checkNumber(ramp[key], `${at}/${key}`, bounds));
  return problems;
}

/** What is wrong with a number that must lie within bounds. */
export function checkNumber(value: number, at: string, bounds: Bounds): GraphProblem[] {
  if (isWithin(value, bounds)) return [];
  const { min, max, above = false, whole = false } = bounds;
  const low = min === Number.NEGATIVE_INFINITY ? '' : above ? `above ${min}` : `at least ${min}`;
  const high = max >= Number.MAX_SAFE_INTEGER ? '' : `at most ${max}`;
  const range = [low, high].filter((text) => text !== '').join(' and ');
  const kind = whole ? 'a whole number' : 'a number';
  return [
    { pointer: at, message: `is ${value}`, hint: `It must be ${kind}${range === '' ? '' : ` ${range}`}.` },
  ];
}

/** The path of a value within `/nodes/I/config`. */
export function configPointer(node: number, ...parts: (string | number)[]): string {
  return pointer('nodes', node, 'config', ...parts);
}
