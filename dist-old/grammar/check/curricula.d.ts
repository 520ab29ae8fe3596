import type { Rule } from './rule.ts';
/** A curriculum has something to move, and pass rates to move it by. */
export declare const curricula: Rule;
