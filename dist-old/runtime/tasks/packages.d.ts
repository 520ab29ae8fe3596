/** Takes `@acme/logic/tasks/zebra` apart: the package's name, and the path inside it (perhaps empty). */
export declare function splitSpecifier(specifier: string): {
    name: string;
    inside: string;
};
/** The folder of an installed npm package, looked for as Node does, from a folder upwards. */
export declare function findPackage(name: string, from: string): string | undefined;
/**
 * The folders of libraries, by name: each is looked for from `from`, and what is not found there from the
 * libraries that are, since one may bring another along. What is found nowhere is left out.
 */
export declare function findLibraries(names: readonly string[], from: string): Map<string, string>;
/**
 * The file that a package's `exports` (or, for the package as a whole, `main`) gives for a path inside it.
 * Undefined where package.json names none: the caller may then look for a plain file. Patterns (`./*`) are
 * not expanded, since the plain file mostly is what they lead to.
 */
export declare function packageFile(root: string, inside: string): string | undefined;
