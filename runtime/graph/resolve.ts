import type { Graph } from './graph.ts';
import type {
  AdvantageNode,
  DemonstrateNode,
  FilterNode,
  GuardNode,
  Node,
  NodeKind,
  ResetNode,
  RolloutNode,
  SampleNode,
  ScoreNode,
  ShapeNode,
  TransitionNode,
  UpdateNode,
} from './nodes.ts';

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
export const neededKinds = {
  reinforce: ['sample', 'rollout', 'score', 'shape', 'filter', 'advantage', 'update', 'transition'],
  supervised: ['sample', 'demonstrate', 'update', 'transition'],
} as const satisfies Record<StagePlan['kind'], readonly NodeKind[]>;

/** Finds the nodes of a stage. The graph must be valid, as `readGraph` returns it; otherwise RangeError. */
export function stagePlan(graph: Graph, stageId: string): StagePlan {
  const stage = graph.stages.find(({ id }) => id === stageId);
  if (stage === undefined) throw new RangeError(`the graph has no stage '${stageId}'`);
  const all = <K extends NodeKind>(kind: K): Extract<Node, { kind: K }>[] =>
    graph.nodes.filter(
      (node): node is Extract<Node, { kind: K }> => node.kind === kind && node.stage === stageId,
    );
  const one = <K extends NodeKind>(kind: K): Extract<Node, { kind: K }> => {
    const [node, ...others] = all(kind);
    if (node !== undefined && others.length === 0) return node;
    throw new RangeError(
      `stage '${stageId}' has ${others.length + (node ? 1 : 0)} ${kind} nodes: exactly one is needed`,
    );
  };
  const base = {
    id: stageId,
    sample: one('sample'),
    update: one('update'),
    guards: all('guard'),
    resets: all('reset'),
    transition: one('transition'),
  };
  if (stage.kind === 'supervised') return { ...base, kind: 'supervised', demonstrate: one('demonstrate') };
  return {
    ...base,
    kind: 'reinforce',
    rollout: one('rollout'),
    score: one('score'),
    shape: one('shape'),
    filter: one('filter'),
    advantage: one('advantage'),
  };
}
