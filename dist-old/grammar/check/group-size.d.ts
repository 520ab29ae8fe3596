import type { Rule } from './rule.ts';
/** Advantages are made within a group, which takes two responses. */
export declare const groupSize: Rule;
