import { scheduleValue } from '../graph/schedule-value.ts';
import type { Schedule } from '../graph/schedule.ts';

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
 * The value of a schedule as a step begins. A schedule over a metric that has no reading yet, or whose
 * reading is NaN, stands at its start value.
 */
export function valueAt(schedule: Schedule, at: SchedulePoint): number {
  return scheduleValue(schedule, position(schedule, at));
}

/** The value of a schedule of counts: between whole ends it moves through fractions, which are rounded. */
export function countAt(schedule: Schedule, at: SchedulePoint): number {
  return Math.round(valueAt(schedule, at));
}

function position(schedule: Schedule, at: SchedulePoint): number {
  if (schedule.over === 'steps') return at.steps;
  if (schedule.over === 'tokens') return at.tokens;
  return at.metrics[schedule.over.metric] ?? Number.NaN;
}
