import { type Bounds } from './bounds.ts';
import type { PlanInput } from './plan.ts';
import { type Origin } from './resolved-values.ts';
interface PlanValue {
    /** As the pipeline file spells it: `rollout.max_tokens`. */
    name: string;
    pointer: string;
    value: unknown;
    origin: Origin | null;
}
/** The plan as data, for `prorl plan --json`. */
export interface PlanData {
    format: 'prorl-plan/1';
    pipeline: string;
    graph: string;
    seed: number;
    stages: {
        id: string;
        kind: string;
        values: PlanValue[];
    }[];
    mixtures: Record<string, PlanValue[]>;
    suites: Record<string, PlanValue[]>;
    pipelineValues: PlanValue[];
    atMost: Bounds;
}
/** Every resolved value by stage, mixture and suite, with where it comes from, and the bounds of the run. */
export declare function planData({ graph, hash, origins }: PlanInput): PlanData;
export {};
