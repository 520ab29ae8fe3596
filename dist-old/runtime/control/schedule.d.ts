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
export declare function valueAt(schedule: Schedule, at: SchedulePoint): number;
/** The value of a schedule of counts: between whole ends it moves through fractions, which are rounded. */
export declare function countAt(schedule: Schedule, at: SchedulePoint): number;
