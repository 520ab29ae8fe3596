import type { Schedule } from './schedule.ts';
/**
 * The value of a schedule at a place on its axis (steps, tokens, or its metric's reading). A piece holds
 * from its `from` (included) to the next one's; before the first its start value holds, after the last its
 * end value. NaN is before the first.
 */
export declare function scheduleValue({ pieces }: Schedule, x: number): number;
/** The least and the greatest value of a schedule anywhere: its pieces are monotone, so that their ends hold them. */
export declare function scheduleRange({ pieces }: Schedule): {
    least: number;
    greatest: number;
};
/** The greatest value that a schedule takes anywhere. */
export declare function greatest(schedule: Schedule): number;
