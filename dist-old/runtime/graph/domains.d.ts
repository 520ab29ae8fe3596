/** What a task is about: the five domains over which ProRL trains (arXiv:2505.24864, appendix D). */
export declare const domains: readonly ["math", "code", "stem", "logic", "instructions"];
export type Domain = (typeof domains)[number];
