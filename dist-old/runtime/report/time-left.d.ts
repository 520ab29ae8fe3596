import type { Graph } from '../graph/graph.ts';
import type { RunEvent } from '../run/events.ts';
/** How long a run still takes, from a moving average of its steps and of each suite's evaluations. */
export declare class TimeLeft {
    private before;
    private stepSeconds;
    private readonly evaluationSeconds;
    private speed;
    private readonly evaluations;
    constructor(graph: Graph);
    get tokensPerSecond(): number | null;
    take(event: RunEvent): void;
    /** Seconds from a step to the end; null before the first step is done. */
    left(step: number, bound: number): number | null;
}
