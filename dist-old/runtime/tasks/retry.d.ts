export interface Retries {
    /** How often a failed call is made again. */
    readonly retries: number;
    /** Ends the waiting in between. */
    readonly signal?: AbortSignal | undefined;
}
/** Makes a call, and makes it again where it fails in a way that may pass. The pauses are the same each time. */
export declare function withRetries<T>(call: () => T | Promise<T>, { retries, signal }: Retries): Promise<T>;
