import type { Graph } from '../graph/graph.ts';
/** At most how many steps and tokens a stage, an evaluation or a pipeline takes; null: nothing bounds it. */
export interface Bounds {
    stages: {
        id: string;
        from: number | null;
        steps: number | null;
        tokens: number | null;
    }[];
    evaluations: {
        suite: string;
        times: number | null;
        tokens: number | null;
    }[];
    steps: number | null;
    /** Response tokens of the stages' rollouts. */
    rolloutTokens: number | null;
    evaluationTokens: number | null;
}
/** Reads the bounds off a graph. Tokens of a rollout are counted as if every response were as long as allowed. */
export declare function bounds(graph: Graph): Bounds;
