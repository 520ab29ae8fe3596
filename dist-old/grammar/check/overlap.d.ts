import type { Rule } from './rule.ts';
/**
 * Training and held-out problems are kept apart by the name of their task and their prompt. Code carries its own name;
 * what else poses problems is known by the name of its declaration, so that two of one source divide them differently.
 */
export declare const overlap: Rule;
