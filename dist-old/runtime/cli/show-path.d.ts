/**
 * A path as people write it: relative to the working folder where it lies below it, and what an installed package
 * brings by the name that imports give it: `prorl/tasks`, `@acme/prorl-logic/logic.prorl`.
 */
export declare function showPath(path: string): string;
