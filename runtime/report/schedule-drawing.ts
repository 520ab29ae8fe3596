import type { Schedule } from '../graph/schedule.ts';
import { curve } from './curve.ts';
import { count, number } from './format.ts';

/** A schedule drawn for people. */
export interface ScheduleDrawing {
  /** One value, or where it goes: `0 → 0.002 → 5e-4`. */
  summary: string;
  /** Rows of block characters, from top to bottom; empty where nothing moves. */
  rows: string[];
  /** The values where a piece begins or ends: `0 at 0, 0.002 at 50`. */
  marks: string;
}

/** Whether the schedule is the same number for ever. */
export function isConstant({ pieces }: Schedule): boolean {
  const ramps = pieces.flatMap((piece) => (piece.shape === 'cycle' ? piece.pieces : [piece]));
  const first = ramps[0]?.start;
  return ramps.every(({ start, end }) => start === first && end === first);
}

/** Steps between which a schedule is of interest; `to` is null where nothing bounds them. */
export interface Span {
  from: number;
  to: number | null;
}

/**
 * Draws a schedule by values at equal distances over a span of steps, the first read at its start.
 * One that is read against tokens or a metric is drawn from 0 to its last piece's end.
 */
export function drawSchedule(
  schedule: Schedule,
  valueAt: (x: number) => number,
  span: Span,
  columns: number,
  rows: number,
): ScheduleDrawing {
  const first = schedule.pieces[0];
  if (isConstant(schedule)) {
    const only = first?.shape === 'cycle' ? first.pieces[0] : first;
    return { summary: number(only?.start), rows: [], marks: '' };
  }
  const start = schedule.over === 'steps' ? span.from : 0;
  const bound = schedule.over === 'steps' ? span.to : null;
  const end = Math.max(start + 1, bound ?? lastKnot(schedule));
  const values = Array.from({ length: columns }, (_, i) =>
    valueAt(start + ((end - start) * i) / (columns - 1)),
  );
  const knots = knotsOf(schedule, start, end);
  const path = knots.map((x) => number(valueAt(x))).filter((text, i, all) => text !== all[i - 1]);
  const unit = typeof schedule.over === 'string' ? schedule.over : schedule.over.metric;
  const at = (x: number): string => (schedule.over === 'tokens' ? count(x) : number(x));
  const marks = knots.map((x) => `${number(valueAt(x))} at ${at(x)}`);
  return {
    summary: path.join(' → '),
    rows: path.length === 1 ? [] : curve(values, rows),
    marks: `${marks.join(' · ')} ${unit}`,
  };
}

function lastKnot({ pieces }: Schedule): number {
  return Math.max(...pieces.map(({ from, to }) => to ?? from));
}

/** Where pieces begin and end between two points, these included; of a cycle its first period. At most eight. */
function knotsOf({ pieces }: Schedule, start: number, end: number): number[] {
  const knots = pieces.flatMap((piece) => {
    const inner =
      piece.shape === 'cycle'
        ? piece.pieces.flatMap(({ from, to }) => [piece.from + from, piece.from + (to ?? piece.period)])
        : [];
    return [piece.from, ...inner, ...(piece.to === null ? [] : [piece.to])];
  });
  const inside = [...new Set([start, ...knots, end])]
    .filter((x) => x >= start && x <= end)
    .sort((a, b) => a - b);
  return inside.length <= 8 ? inside : [...inside.slice(0, 7), end];
}
