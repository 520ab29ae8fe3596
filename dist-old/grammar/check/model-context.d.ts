import type { Rule } from './rule.ts';
/** The model holds the responses asked of it. How long prompts are is known once problems are posed: the run looks. */
export declare const modelContext: Rule;
