import { type Rule } from './rule.ts';
/** What comes every so many steps comes at least once before the run ends. */
export declare const periods: Rule;
