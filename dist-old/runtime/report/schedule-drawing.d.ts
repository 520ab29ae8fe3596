import type { Schedule } from '../graph/schedule.ts';
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
export declare function isConstant({ pieces }: Schedule): boolean;
/** Steps between which a schedule is of interest; `to` is null where nothing bounds them. */
export interface Span {
    from: number;
    to: number | null;
}
/**
 * Draws a schedule by values at equal distances over a span of steps, the first read at its start.
 * One that is read against tokens or a metric is drawn from 0 to its last piece's end.
 */
export declare function drawSchedule(schedule: Schedule, valueAt: (x: number) => number, span: Span, columns: number, rows: number): ScheduleDrawing;
