import type { Graph } from './graph.ts';
import type { AdvantageNode, DemonstrateNode, FilterNode, GuardNode, ResetNode, RolloutNode, SampleNode, ScoreNode, ShapeNode, TransitionNode, UpdateNode } from './nodes.ts';
interface PlanBase {
    id: string;
    sample: SampleNode;
    update: UpdateNode;
    guards: GuardNode[];
    resets: ResetNode[];
    transition: TransitionNode;
}
export interface ReinforcePlan extends PlanBase {
    kind: 'reinforce';
    rollout: RolloutNode;
    score: ScoreNode;
    shape: ShapeNode;
    filter: FilterNode;
    advantage: AdvantageNode;
}
export interface SupervisedPlan extends PlanBase {
    kind: 'supervised';
    demonstrate: DemonstrateNode;
}
/** The nodes of one stage, by what they do. */
export type StagePlan = ReinforcePlan | SupervisedPlan;
/** The kinds of node that a stage needs exactly one of. */
export declare const neededKinds: {
    readonly reinforce: readonly ["sample", "rollout", "score", "shape", "filter", "advantage", "update", "transition"];
    readonly supervised: readonly ["sample", "demonstrate", "update", "transition"];
};
/** Finds the nodes of a stage. The graph must be valid, as `readGraph` returns it; otherwise RangeError. */
export declare function stagePlan(graph: Graph, stageId: string): StagePlan;
export {};
