import { spelledSuiteSetting } from '../graph/spelling.ts';
import { bounds, type Bounds } from './bounds.ts';
import type { PlanInput } from './plan.ts';
import {
  loraValues,
  nodeValues,
  type Origin,
  type ResolvedLeaf,
  type ResolvedValue,
  valuesOf,
} from './resolved-values.ts';
import { isConstant } from './schedule-drawing.ts';
import { triggerWords } from './trigger-words.ts';

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
  stages: { id: string; kind: string; values: PlanValue[] }[];
  mixtures: Record<string, PlanValue[]>;
  suites: Record<string, PlanValue[]>;
  pipelineValues: PlanValue[];
  atMost: Bounds;
}

/** Every resolved value by stage, mixture and suite, with where it comes from, and the bounds of the run. */
export function planData({ graph, hash, origins }: PlanInput): PlanData {
  const plain = (values: readonly ResolvedValue[]): PlanValue[] =>
    values.map(({ value, ...rest }) => ({ ...rest, value: leaf(value) }));
  const ofNodes = (stage: string | null): PlanValue[] =>
    plain(
      graph.nodes.filter((node) => node.stage === stage).flatMap((node) => nodeValues(graph, node, origins)),
    );
  const below = (data: object, pointer: string, spelled?: typeof spelledSuiteSetting): PlanValue[] =>
    plain(valuesOf(data, pointer, origins, spelled));
  return {
    format: 'prorl-plan/1',
    pipeline: graph.pipeline,
    graph: hash,
    seed: graph.seed,
    stages: graph.stages.map(({ id, kind }) => ({ id, kind, values: ofNodes(id) })),
    mixtures: Object.fromEntries(
      Object.entries(graph.mixtures).map(([name, { entries, curriculum }]) => [
        name,
        [
          ...entries.flatMap((entry, i) => below(entry, `/mixtures/${name}/entries/${i}`)),
          ...(curriculum === null ? [] : below(curriculum, `/mixtures/${name}/curriculum`)),
        ],
      ]),
    ),
    suites: Object.fromEntries(
      Object.entries(graph.suites).map(([name, suite]) => [
        name,
        below(suite, `/suites/${name}`, spelledSuiteSetting),
      ]),
    ),
    pipelineValues: [...plain(loraValues(graph, origins)), ...ofNodes(null)],
    atMost: bounds(graph),
  };
}

function leaf(value: ResolvedLeaf): unknown {
  switch (value.kind) {
    case 'schedule': {
      const [piece] = value.schedule.pieces;
      return isConstant(value.schedule) && piece && piece.shape !== 'cycle' ? piece.start : value.schedule;
    }
    case 'trigger':
      return { words: triggerWords(value.trigger), trigger: value.trigger };
    case 'plain':
    case 'list':
      return value.value;
  }
}
