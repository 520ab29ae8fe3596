/** Ends a group when prorl does, however that comes about. Gives what forgets it again. */
export declare function rememberGroup(pid: number): () => void;
export declare function killGroup(pid: number, signal?: NodeJS.Signals): void;
/** Waits for a group to end by itself, asks it to, and then ends it. `exited`: its first process has ended. */
export declare function endGroup(pid: number, exited: Promise<void>): Promise<void>;
