import type { Rule } from './rule.ts';
/** A pipeline names a model, runs something, and means one thing by each name. */
export declare const pipelineWhole: Rule;
