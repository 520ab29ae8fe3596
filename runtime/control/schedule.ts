import type { Cycle, Piece, Ramp, Schedule } from '../graph/schedule.ts';

/** Where a run stands when a step begins. */
export interface SchedulePoint {
  /** Steps done so far, over the whole pipeline: 0 for the first step. */
  readonly steps: number;
  /** Response tokens sampled so far, over the whole pipeline. */
  readonly tokens: number;
  /** The last reading of each metric. */
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * The value of a schedule. A piece holds from its `from` (included) to the next one's; before the
 * first its start value holds, after the last its end value. A schedule over a metric that has no
 * reading yet, or whose reading is NaN, stands at its start value.
 */
export function valueAt(schedule: Schedule, at: SchedulePoint): number {
  const x = position(schedule, at);
  return x === null || Number.isNaN(x) ? startOf(schedule.pieces) : valueOf(schedule.pieces, x);
}

function position(schedule: Schedule, at: SchedulePoint): number | null {
  if (schedule.over === 'steps') return at.steps;
  if (schedule.over === 'tokens') return at.tokens;
  return at.metrics[schedule.over.metric] ?? null;
}

function valueOf(pieces: readonly Piece[], x: number): number {
  let current: Piece | undefined;
  for (const piece of pieces) {
    if (piece.from > x) break;
    current = piece;
  }
  if (current === undefined) return startOf(pieces);
  return current.shape === 'cycle' ? cycleValue(current, x) : rampValue(current, x);
}

function startOf(pieces: readonly Piece[]): number {
  const first = pieces[0];
  if (first === undefined) throw new RangeError('a schedule needs at least one piece');
  return first.shape === 'cycle' ? startOf(first.pieces) : first.start;
}

function rampValue(ramp: Ramp, x: number): number {
  const { shape, from, to, start, end } = ramp;
  if (shape === 'constant') return start;
  if (to === null) throw new RangeError(`a ${shape} piece of a schedule must end somewhere`);
  if (x <= from) return start;
  if (x >= to) return end;
  const u = (x - from) / (to - from);
  const value =
    shape === 'linear'
      ? start + u * (end - start)
      : shape === 'cosine'
        ? end + (start - end) * 0.5 * (1 + Math.cos(Math.PI * u))
        : start * (end / start) ** u;
  // Rounding must not carry a value out of its range: a coefficient that falls to 0 never goes below.
  return Math.min(Math.max(value, Math.min(start, end)), Math.max(start, end));
}

/** After its end a cycle stays where its last period left off, the end of a period being no start of another. */
function cycleValue(cycle: Cycle, x: number): number {
  const ended = cycle.to !== null && x >= cycle.to;
  const elapsed = (ended ? (cycle.to as number) : x) - cycle.from;
  if (elapsed === Number.POSITIVE_INFINITY) throw new RangeError('an endless cycle has no value at infinity');
  const phase = elapsed % cycle.period;
  return valueOf(cycle.pieces, ended && phase === 0 ? cycle.period : phase);
}
