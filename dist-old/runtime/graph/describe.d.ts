import type { Node } from './nodes.ts';
import type { Schedule } from './schedule.ts';
/** One or a few short lines on what a node does, for drawings. */
export declare function describeNode(node: Node): string[];
/** `0.2`, or the values that the schedule passes: `0 → 0.002 → 0.0005`. */
export declare function describeSchedule(schedule: Schedule): string;
