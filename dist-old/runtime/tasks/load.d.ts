import type { Task, Verifier } from './task.ts';
/** Where the code of a task or a verifier is, as a pipeline's graph names it. */
export interface TaskRef {
    /**
     * With a library, a path from its root; with `library: null`, a path from the folder of the pipeline.
     * Without either also `prorl:tasks/math/chain-sum` (the standard library), a path that starts with `.` or `/`,
     * or a file of an npm package such as `@acme/logic/tasks/zebra`. A file's extension may be left out.
     */
    readonly module: string;
    /** The name under which the module exports the task; `default` where left out. */
    readonly export?: string;
    /** The package that holds the module: its name, or its name and the folder it lies in. */
    readonly library?: string | {
        readonly name: string;
        readonly root?: string;
    } | null;
}
/**
 * Imports the code of a task. `baseFolder` is the folder of the pipeline: relative paths and npm packages
 * are looked up from there. Throws ProrlError where there is no such module or export, where the module
 * itself fails, and where what it exports is not a task (saying which member does not fit).
 */
export declare function loadTask(ref: TaskRef, baseFolder: string): Promise<Task>;
/** Imports the code of a verifier, as `loadTask` does that of a task. */
export declare function loadVerifier(ref: TaskRef, baseFolder: string): Promise<Verifier>;
