import type { Rule } from './rule.ts';
/** An audit compares what a stage gives with what an evaluated suite gives, each metric once. */
export declare const audits: Rule;
