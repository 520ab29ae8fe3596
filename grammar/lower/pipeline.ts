import type { Graph, Library, Node, Stage } from '../../runtime/graph/index.ts';
import { entryNames } from '../types/entry-names.ts';
import type { ResolvedPipeline, SuiteUse } from '../types/value.ts';
import { edgesOf } from './edges.ts';
import { Names } from './names.ts';
import { originOf, pointer, type Origins } from './origins.ts';
import type { Locate } from './reference.ts';
import { lowerStage, triggerOf, type Placed } from './stage.ts';

export interface LowerOptions {
  readonly edition: number;
  readonly libraries: readonly Library[];
  readonly locate: Locate;
  /** Suites whose metrics are named without being evaluated: those of tests. */
  readonly suites?: readonly SuiteUse[];
  /** Stands in where the plan names no model: tests train none. */
  readonly model?: Graph['model'];
}

export interface Lowered {
  readonly graph: Graph;
  readonly origins: Origins;
}

/**
 * A pipeline that passed every check, as its graph. The result depends on what the program means,
 * not on its layout nor on the order of its declarations.
 */
export function lowerPipeline(pipeline: ResolvedPipeline, options: LowerOptions): Lowered {
  const names = new Names(options.locate);
  let origins: Origins | undefined;
  const ids = entryNames(pipeline.runs.map((one) => one.stage.name));
  const stages = pipeline.runs.map((run, i): Stage => {
    const when = run.when === null ? null : triggerOf(run.when);
    return {
      id: ids[i]!,
      kind: run.stage.kind,
      when: when?.trigger ?? null,
      whenText: when?.text ?? null,
    };
  });
  const placed: Placed[] = [
    ...pipeline.runs.flatMap((run, i) => lowerStage(run, ids[i]!, names)),
    ...evaluateNodes(pipeline, names),
    ...auditNodes(pipeline),
    ...checkpointNodes(pipeline),
  ];
  for (const suite of options.suites ?? []) names.suite(suite);
  const nodes = placed.map((one) => one.node);
  const model = pipeline.model?.value.model.source ?? options.model;
  if (model === undefined) throw new TypeError('a pipeline has no model');
  const graph: Graph = {
    format: 'prorl-graph/1',
    edition: options.edition,
    pipeline: pipeline.name,
    seed: pipeline.seed.value.value,
    model,
    lora: pipeline.lora && {
      rank: pipeline.lora.rank.value,
      alpha: pipeline.lora.alpha.value,
      targets: pipeline.lora.targets.value,
    },
    mixtures: names.mixtures,
    suites: names.suites,
    stages,
    nodes,
    edges: edgesOf(nodes, stages),
    libraries: [...options.libraries],
  };
  return {
    graph,
    // Of a test, and of a graph without problems, nobody asks for them.
    get origins() {
      return (origins ??= Object.assign(originsOf(pipeline, placed), names.origins()));
    },
  };
}

function evaluateNodes(pipeline: ResolvedPipeline, names: Names): Placed[] {
  const sorted = pipeline.evaluates.toSorted((a, b) =>
    a.suite.declaration.name.text < b.suite.declaration.name.text ? -1 : 1,
  );
  return sorted.map(({ suite, every, span }, i): Placed => {
    const node: Node = {
      id: i === 0 ? 'evaluate' : `evaluate-${i + 1}`,
      stage: null,
      kind: 'evaluate',
      config: { suite: names.suite(suite), every: every.value.value },
    };
    return {
      node,
      origins: new Map([
        ['suite', originOf(span)],
        ['every', originOf(every.span)],
      ]),
    };
  });
}

function auditNodes({ audits }: ResolvedPipeline): Placed[] {
  const sorted = audits.toSorted((a, b) => (a.metric.value.name < b.metric.value.name ? -1 : 1));
  return sorted.map(({ metric, against, over, gap, span }, i): Placed => ({
    node: {
      id: i === 0 ? 'audit' : `audit-${i + 1}`,
      stage: null,
      kind: 'audit',
      config: {
        metric: metric.value.name,
        against: against.value.name,
        over: over.value,
        gap: gap.value,
      },
    },
    origins: new Map([
      ['metric', originOf(metric.span)],
      ['against', originOf(against.span ?? span)],
      ['over', originOf(over.span)],
      ['gap', originOf(gap.span)],
    ]),
  }));
}

function checkpointNodes({ checkpoint }: ResolvedPipeline): Placed[] {
  if (checkpoint === null) return [];
  const { every, keepLast, keepBestBy } = checkpoint;
  return [
    {
      node: {
        id: 'checkpoint',
        stage: null,
        kind: 'checkpoint',
        config: {
          every: every.value.value,
          keepLast: keepLast.value.value,
          keepBestBy: keepBestBy?.value.name ?? null,
        },
      },
      origins: new Map([
        ['every', originOf(every.span)],
        ['keepLast', originOf(keepLast.span)],
        ['keepBestBy', originOf(keepBestBy?.span ?? null)],
      ]),
    },
  ];
}

function originsOf(pipeline: ResolvedPipeline, placed: readonly Placed[]): Origins {
  const origins: Origins = {
    '/pipeline': originOf(pipeline.span),
    '/seed': originOf(pipeline.seed.span),
    '/model': originOf(pipeline.model?.span ?? null),
  };
  if (pipeline.lora !== null) {
    const { rank, alpha, targets } = pipeline.lora;
    for (const [key, { span, origin }] of Object.entries({ rank, alpha, targets }))
      origins[pointer('lora', key)] = originOf(origin ?? span);
  }
  pipeline.runs.forEach((run, i) => {
    origins[pointer('stages', i)] = originOf(run.span);
    if (run.when !== null) origins[pointer('stages', i, 'when')] = originOf(run.when.span);
  });
  placed.forEach((one, i) => {
    const at = pointer('nodes', i, 'config');
    for (const [key, origin] of one.origins) origins[`${at}/${key}`] = origin;
  });
  return origins;
}
