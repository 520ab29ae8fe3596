import type { Rule } from './rule.ts';
/** A batch splits evenly into the mini-batches of its updates, at every value that their schedules take. */
export declare const batchDivides: Rule;
