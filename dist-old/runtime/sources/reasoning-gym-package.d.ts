/** The version of the Python package that prorl is compared with. */
export declare const REASONING_GYM = "0.1.25";
/** The program that serves its data sets; it is part of the npm package as it is. */
export declare const server: string;
export interface FoundPackage {
    readonly python: string;
    readonly version: string;
}
/**
 * The Python that has the package: the one PRORL_PYTHON names, else `python3`. Throws a ProrlError (the
 * environment lacks something) without Python or without the package.
 */
export declare function findReasoningGym(env?: NodeJS.ProcessEnv): Promise<FoundPackage>;
/** What to tell where the version is another than the one that was compared; else null. */
export declare function versionWarning({ python, version }: FoundPackage): string | null;
/** Whether tasks of reasoning_gym(...) can be posed on this machine. */
export type PackageReport = {
    readonly name: 'reasoning-gym';
} & ({
    readonly works: true;
    readonly detail: string;
} | {
    readonly works: false;
    readonly why: string;
    readonly mend: string | undefined;
});
/** Looks for the package, as a run does that has tasks of it. */
export declare function examineReasoningGym(env?: NodeJS.ProcessEnv): Promise<PackageReport>;
