import type { Rule } from './rule.ts';
/** A coefficient that is moved towards a target has one start, which is not 0. */
export declare const klTarget: Rule;
