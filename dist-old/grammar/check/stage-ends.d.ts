import type { Rule } from './rule.ts';
/** A stage ends some day, and says when. */
export declare const stageEnds: Rule;
