import type { Schedule } from './schedule.ts';
import type { Trigger } from './trigger.ts';
/**
 * The same schedule in its shortest form: two schedules that have the same value everywhere, however they
 * were put together of constants, lines and repeats, come out alike.
 */
export declare function normalSchedule(schedule: Schedule): Schedule;
/** The same condition with `and` and `or` flat, without doubles, and in an order that does not depend on how it was written. */
export declare function normalTrigger(trigger: Trigger): Trigger;
