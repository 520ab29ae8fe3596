import type { Interpreter } from './interpreter.ts';
import type { Job, Limits } from './job.ts';
/** How jobs of one language are started on this machine; plain data, so that it can be sent to a thread. */
export interface Cage {
    /** The path of bubblewrap; null runs without any sandbox. */
    readonly bwrap: string | null;
    /** The path of prlimit (util-linux). */
    readonly prlimit: string;
    /** The user and group that bubblewrap is started as; null for the user that prorl runs as. */
    readonly user: number | null;
    readonly interpreter: Interpreter;
}
/** What a solution may write to: the scratch folder, and the one of its runner. */
export declare const WRITABLE: readonly string[];
/**
 * The command line that runs a job. Inside of the sandbox: libraries and the interpreter, read only; /tmp, a scratch
 * folder of bounded size; /run, where the runner keeps inputs and outputs; three devices; nothing else, not even
 * /proc. All namespaces are new.
 */
export declare function commandLine(cage: Cage, limits: Limits): string[];
/** All that a solution finds in its environment. Sets and dictionaries of Python run in the same order each time. */
export declare function environment(home: string): Record<string, string>;
/** What the runner reads on standard input. */
export declare function runnerInput(cage: Cage, job: Job, folder: string): string;
/** The size of each writable folder, in whole pages. */
export declare function folderBytes({ scratchBytes }: Limits): number;
