export declare const LOCK_FILE = "run.lock";
export interface Lock {
    release(): void;
}
/**
 * Takes a run folder for this process, so that no two write into it at once. The lock of a process that is gone is
 * taken over: a crash leaves nothing to clear away. ProrlError (usage) where another one holds it.
 */
export declare function lockRun(folder: string): Lock;
