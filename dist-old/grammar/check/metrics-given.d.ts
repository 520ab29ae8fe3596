import { type Rule } from './rule.ts';
/** What a stage reads is given by the stage itself or by a suite that the pipeline evaluates. */
export declare const metricsGiven: Rule;
