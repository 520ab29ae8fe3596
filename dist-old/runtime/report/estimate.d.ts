import type { Graph } from '../graph/graph.ts';
import { type MemoryLimits } from '../graph/memory.ts';
import { type MemoryLine } from '../graph/memory-arithmetic.ts';
import type { Schedule } from '../graph/schedule.ts';
import { type Machine } from './machine.ts';
import type { ModelSize } from './parameters.ts';
/** What an estimate goes by; every part of it is shown with the result. */
export interface Assumptions {
    /** Null: the size of the model is unknown, so only tokens are estimated. */
    size: ModelSize | null;
    /** Mean length of a response: a share of its limit, or tokens. */
    meanLength: {
        share: number;
    } | {
        tokens: number;
    };
    machine: Machine | null;
    /** Shares of an accelerator's peak; null: what is typical of it. */
    rolloutUtilisation: number | null;
    trainingUtilisation: number | null;
    /** Bytes that a run on this machine may take, and the most that its backend does at once. */
    local: {
        memory: number;
        most: MemoryLimits;
    };
}
/** Half of the limit: nothing is known before the run, and long-reasoning runs were between a third and two thirds. */
export declare const defaultMeanLength: {
    readonly share: 0.5;
};
export interface StageEstimate {
    id: string;
    /** Null: nothing bounds the steps, so the stage is left out of the sums. */
    steps: number | null;
    /** Problems drawn a step, and responses to each; means where a schedule moves them. */
    prompts: number;
    samples: number;
    /** Mean response length over the stage's steps. */
    length: number;
    /** Tokens sampled in rollouts; none where the stage is supervised. */
    rollout: number;
    /** Tokens that the reference policy reads; none where there is no KL term. */
    reference: number;
    /** Tokens that updates are made from, as if no group was filtered. */
    update: number;
}
export interface EvaluationEstimate {
    suite: string;
    times: number | null;
    problems: number;
    samples: number;
    length: number;
    tokens: number;
}
export interface Estimate {
    assumptions: Assumptions;
    stages: StageEstimate[];
    evaluations: EvaluationEstimate[];
    tokens: {
        rollout: number;
        evaluation: number;
        reference: number;
        update: number;
    };
    /** In bytes; null where the model's size is unknown. */
    memory: {
        policy: number;
        gradients: number;
        moments: number;
        reference: number;
        cache: number | null;
    } | null;
    /** What a run on this machine holds at most, within its bounds; null where the model's shape is unknown. */
    local: {
        lines: MemoryLine[];
        fits: boolean;
    } | null;
    /** Floating-point operations; null where the model's size is unknown. */
    flops: {
        rollout: number;
        reference: number;
        update: number;
    } | null;
    /** Hours of one accelerator; null without a machine. */
    hours: {
        rollout: number;
        reference: number;
        update: number;
        total: number;
        wall: number;
    } | null;
    utilisation: {
        rollout: number;
        training: number;
    } | null;
}
/**
 * Tokens, memory and time of a whole run, from its graph. Each token costs 2 N operations forward (rollout,
 * evaluation, reference) and 6 N forward and backward (update), N being the parameters (arXiv:2001.08361,
 * section 2.1; attention over the context is left out). Prompts are left out too. A stage that may end by
 * a condition is counted at its full length.
 */
export declare function estimate(graph: Graph, assumptions: Assumptions, valueAt: (schedule: Schedule, x: number) => number): Estimate;
