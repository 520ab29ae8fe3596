/**
 * Runs one step of an installation in a folder. When it fails, the error shows the end of what the program
 * said, which is where programs put the reason.
 */
export declare function runTool(what: string, [program, ...rest]: readonly string[], args: readonly string[], options: {
    readonly cwd: string;
    readonly hint: string;
}): Promise<string>;
