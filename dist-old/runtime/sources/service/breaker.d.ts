/** Failures one after another at which nothing more is asked for a while. */
export declare const FAILURES = 5;
/**
 * Asks no more of something that has failed several times in a row, until it has had time to recover: then one
 * request tries it. Without it every request of a run would wait for the same server that is down.
 */
export declare class Breaker {
    private readonly label;
    private readonly policy;
    private opensAgain;
    constructor(label: string, failures?: number, [first, longest]?: readonly [number, number]);
    run<T>(call: () => Promise<T>): Promise<T>;
    /** Remembers when a pause that begins now ends. */
    private noted;
}
