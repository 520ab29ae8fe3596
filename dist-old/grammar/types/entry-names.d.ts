/** The names of a mixture's entries: each task's name, with `-2`, `-3` ... where it appears again. */
export declare function entryNames(tasks: readonly string[]): string[];
