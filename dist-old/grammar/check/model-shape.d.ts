import type { Rule } from './rule.ts';
/** A fresh model has a shape that a transformer can have. */
export declare const modelShape: Rule;
