/**
 * The files of a new library: a task, a stage and a mixture with their tests. It works without a build:
 * its code is JavaScript whose types TypeScript checks.
 * @param name the package's name
 * @param version of prorl, which the library asks for from there on
 */
export declare function scaffoldLibrary(name: string, version: string): Readonly<Record<string, string>>;
