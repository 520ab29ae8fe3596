/** What the processes below one use at this moment. */
export interface Usage {
    readonly pids: readonly number[];
    /** Processes and their threads. */
    readonly threads: number;
    /** Processor time so far, seconds: of those alive, and of those that their parents have waited for. */
    readonly cpuSeconds: number;
    /** Resident pages, bytes; a page that several share counts for each. */
    readonly residentBytes: number;
}
/** The processes that descend from `root`, which itself does not count. Those that end meanwhile are left out. */
export declare function usageBelow(root: number): Usage;
/** Proportional resident bytes: a page that n processes share counts 1/n for each. Slower than `usageBelow`. */
export declare function proportionalBytes(pids: readonly number[]): number;
/** The size of a file system as a process sees it, bytes, and the files on it; undefined where that process is gone. */
export declare function fileSystemUse(pid: number, path: string): {
    bytes: number;
    files: number;
} | undefined;
