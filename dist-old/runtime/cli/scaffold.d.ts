/** The files of a new project: a small pipeline with its tests, and what to do with them. */
export declare function scaffold(): Readonly<Record<string, string>>;
