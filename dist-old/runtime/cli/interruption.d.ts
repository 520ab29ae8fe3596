/** Ctrl-C and the terminal's end, told to a run. */
export interface Interruption {
    readonly signal: AbortSignal;
    /** Gives the signals back to Node. */
    release(): void;
}
/**
 * The first signal asks the run to save a checkpoint and end, the second leaves at once.
 * @param asked is called at the first, `leaving` just before the process ends at the second.
 */
export declare function onInterrupt(asked: () => void, leaving: () => void): Interruption;
