import { type JsonNumber } from './numbers.ts';
export interface ReadingsState {
    last: Record<string, JsonNumber>;
    best: Record<string, JsonNumber>;
}
/**
 * The last reading and the best (largest finite) one of every metric in a run. A metric that a
 * step does not give, as a suite's between evaluations, keeps its last reading.
 */
export declare class Readings {
    private lastOf;
    private bestOf;
    private fresh;
    /** Takes a step's metrics. */
    take(metrics: Readonly<Record<string, number>>): void;
    last(metric: string): number | undefined;
    best(metric: string): number | undefined;
    /** Whether the last step itself gave a reading of the metric. */
    isFresh(metric: string): boolean;
    all(): Record<string, number>;
    state(): ReadingsState;
    restore(state: ReadingsState): void;
}
