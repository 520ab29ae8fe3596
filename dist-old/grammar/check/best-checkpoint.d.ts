import type { Rule } from './rule.ts';
/** The best checkpoint is found by a metric that is known when checkpoints are taken. */
export declare const bestCheckpoint: Rule;
