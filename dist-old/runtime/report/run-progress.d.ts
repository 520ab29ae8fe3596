import type { Graph } from '../graph/graph.ts';
import type { EvaluateEvent, GuardEvent, ResetEvent, RunEvent, RunStartEvent, StepEvent, SuiteFigures } from '../run/events.ts';
/** A metric's values, in order, with the steps they were read at. */
export interface Curve {
    steps: number[];
    values: number[];
}
/** What a reader of a run wants to know at any moment, gathered from its events. */
export declare class RunProgress {
    start: RunStartEvent | null;
    /** The last step's event; null before the first. */
    last: StepEvent | null;
    step: number;
    seconds: number;
    tokens: number;
    /** Figures of the base model by suite, and the newest ones. */
    readonly base: Map<string, SuiteFigures>;
    readonly newest: Map<string, EvaluateEvent>;
    /** By metric name; a suite's under `SUITE.pass@1` and `SUITE.domain.DOMAIN.pass@1`. */
    readonly curves: Map<string, Curve>;
    readonly resets: ResetEvent[];
    readonly guards: GuardEvent[];
    private readonly time;
    private readonly graph;
    private readonly bound;
    /** `bound`: the step at which the run ends at the latest; null where nothing bounds it. */
    constructor(graph: Graph, bound: number | null);
    get steps(): number | null;
    /** The stage at work, its place in the order and their number. */
    get stage(): {
        id: string;
        index: number;
        of: number;
        kind: 'reinforce' | 'supervised';
    };
    private current;
    /** Final evaluations that say again what was just measured when due. */
    readonly repeats: Set<EvaluateEvent>;
    /** Seconds still to go, evaluations counted in; null where that is unknown. */
    get secondsLeft(): number | null;
    get tokensPerSecond(): number | null;
    /** Takes the next event of the run's record. */
    take(event: RunEvent): void;
    private takeStep;
    private takeEvaluation;
    private draw;
}
