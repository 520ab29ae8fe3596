import type { Trigger } from '../graph/trigger.ts';
import type { Readings } from './readings.ts';
/** What a trigger is read against, once a step's metrics are known. */
export interface TriggerPoint {
    readonly readings: Readings;
    /** Steps done and tokens sampled in the stage, this step included. */
    readonly stageSteps: number;
    readonly stageTokens: number;
}
/** The readings that a trigger looked at, by name; they may be NaN or infinite. */
export type Values = Record<string, number>;
export interface Outcome {
    readonly holds: boolean;
    /** Where the trigger holds, what made it so: of an `or`, the alternatives that hold. */
    readonly values: Values;
}
/** What one part of a trigger remembers from step to step; plain JSON. */
export type Memory = {
    part: 'sustained';
    count: number;
} | {
    part: 'average';
    value: number | null;
}
/** `window`: the latest readings, oldest first; `before`: the best of those that have left it. */
 | {
    part: 'window';
    window: number[];
    before: number | null;
};
/**
 * Evaluates one trigger at every step of a stage and remembers what it must in between.
 *
 * All parts are read at every step, whether or not the others already decide the outcome. Only
 * finite readings enter averages, windows and bests. A comparison with NaN, or with a metric that
 * has no reading, is false, `!=` too (so that its `not` is true).
 */
export declare class TriggerEvaluator {
    private readonly memory;
    private readonly check;
    constructor(trigger: Trigger);
    /** To be called once for every step of the stage. */
    evaluate(at: TriggerPoint): Outcome;
    /** The windows of `plateau`, `falls` and `rises` start again: nothing read so far counts for them. */
    restartWindows(): void;
    /** Forgets everything. */
    restart(): void;
    state(): Memory[];
    /** Goes on where the state was taken. Throws RangeError where it is another trigger's. */
    restore(state: readonly Memory[]): void;
    private compile;
    private together;
    private compare;
    private reading;
    private plateau;
    private moved;
    private remember;
}
