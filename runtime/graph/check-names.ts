import { configPointer } from './check-schedule.ts';
import type { Graph, Node, Stage } from './graph.ts';
import { stageMetrics, suiteMetrics } from './metrics.ts';
import { pointer, suggest, type GraphProblem } from './problem.ts';

/** Ids are unique, and every stage, mixture, suite and metric that is named exists. */
export function checkNames(graph: Graph): GraphProblem[] {
  const problems: GraphProblem[] = [
    ...checkUnique(
      graph.stages.map(({ id }) => id),
      (i) => pointer('stages', i, 'id'),
      'stage',
    ),
    ...checkUnique(
      graph.nodes.map(({ id }) => id),
      (i) => pointer('nodes', i, 'id'),
      'node',
    ),
  ];
  const named = (kind: string, name: string, names: string[], at: string): void => {
    if (!names.includes(name))
      problems.push({ pointer: at, message: `no ${kind} '${name}'`, hint: suggest(name, names) });
  };
  const mixtures = Object.keys(graph.mixtures);
  for (const [name, { entries }] of Object.entries(graph.mixtures)) {
    const at = pointer('mixtures', name, 'entries');
    if (entries.length === 0)
      problems.push({ pointer: at, message: 'the mixture is empty', hint: 'Give it at least one task.' });
    problems.push(
      ...checkUnique(
        entries.map((entry) => entry.name),
        (i) => `${at}/${i}/name`,
        'entry',
      ),
    );
  }
  for (const [name, suite] of Object.entries(graph.suites)) {
    named('mixture', suite.mixture, mixtures, pointer('suites', name, 'mixture'));
  }
  graph.nodes.forEach((node, i) => {
    if (node.stage !== null)
      named(
        'stage',
        node.stage,
        graph.stages.map(({ id }) => id),
        pointer('nodes', i, 'stage'),
      );
    if (node.kind === 'sample') named('mixture', node.config.mixture, mixtures, configPointer(i, 'mixture'));
    if (node.kind === 'evaluate')
      named('suite', node.config.suite, Object.keys(graph.suites), configPointer(i, 'suite'));
  });
  if (problems.length > 0) return problems;
  return checkMetrics(graph);
}

function checkUnique(names: readonly string[], at: (index: number) => string, kind: string): GraphProblem[] {
  return names.flatMap((name, i): GraphProblem[] =>
    names.indexOf(name) === i
      ? []
      : [
          {
            pointer: at(i),
            message: `a second ${kind} '${name}'`,
            hint: `Each ${kind} needs a name of its own, e.g. '${name}-2'.`,
          },
        ],
  );
}

interface MetricUse {
  metric: string;
  pointer: string;
}

function checkMetrics(graph: Graph): GraphProblem[] {
  const uses: (MetricUse & { stages: Stage[] })[] = graph.nodes.flatMap((node, i) =>
    metricsIn(node.config, configPointer(i)).map((use) => ({
      ...use,
      stages: graph.stages.filter(({ id }) => node.stage === null || node.stage === id),
    })),
  );
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    const stages = graph.stages.filter(({ id }) => sampleOf(graph, id)?.config.mixture === name);
    mixture.entries.forEach((entry, i) => {
      uses.push(
        ...metricsIn(entry.weight, pointer('mixtures', name, 'entries', i, 'weight')).map((use) => ({
          ...use,
          stages,
        })),
      );
    });
  }
  const evaluated = new Set(
    graph.nodes.flatMap((node) => (node.kind === 'evaluate' ? [node.config.suite] : [])),
  );
  const ofSuites = new Map(Object.keys(graph.suites).map((name) => [name, suiteMetricNames(graph, name)]));
  const ofStages = new Map(graph.stages.map((stage) => [stage.id, stageMetricNames(graph, stage)]));
  return uses.flatMap(({ metric, pointer: at, stages }): GraphProblem[] => {
    const suite = [...ofSuites].find(([, names]) => names.includes(metric))?.[0];
    if (suite !== undefined && !evaluated.has(suite)) {
      const message = `'${metric}' never has a value: nothing evaluates suite '${suite}'`;
      return [{ pointer: at, message, hint: `Add 'evaluate ${suite} every N steps' to the pipeline.` }];
    }
    if (suite !== undefined || stages.some(({ id }) => ofStages.get(id)?.includes(metric))) return [];
    const names = [
      ...stages.flatMap(({ id }) => ofStages.get(id) ?? []),
      ...[...evaluated].flatMap((name) => ofSuites.get(name) ?? []),
    ];
    const where = stages.length === 1 ? ` in stage '${stages[0]?.id}'` : '';
    return [
      {
        pointer: at,
        message: `nothing gives a metric '${metric}'${where}`,
        hint: suggest(metric, [...new Set(names)]),
      },
    ];
  });
}

/** The metrics that triggers and schedules within a value name, with where they do. */
function metricsIn(value: unknown, at: string): MetricUse[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => metricsIn(item, `${at}/${i}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]): MetricUse[] => {
    const here = at + pointer(key);
    if (typeof item === 'string')
      return key === 'metric' || key === 'keepBestBy' ? [{ metric: item, pointer: here }] : [];
    // A filter's conditions speak of a group, not of the step.
    return key === 'keep' ? [] : metricsIn(item, here);
  });
}

function stageMetricNames(graph: Graph, stage: Stage): string[] {
  const mixture = graph.mixtures[sampleOf(graph, stage.id)?.config.mixture ?? ''];
  const shares = mixture?.entries.map((entry) => `share.${entry.name}`) ?? [];
  return [...stageMetrics(stage.kind).map(({ name }) => name), ...shares];
}

function suiteMetricNames(graph: Graph, name: string): string[] {
  const suite = graph.suites[name];
  if (suite === undefined) return [];
  const entries = graph.mixtures[suite.mixture]?.entries.map((entry) => entry.name) ?? [];
  return suiteMetrics(name, suite, entries).map((metric) => metric.name);
}

function sampleOf(graph: Graph, stage: string): Extract<Node, { kind: 'sample' }> | undefined {
  return graph.nodes.find(
    (node): node is Extract<Node, { kind: 'sample' }> => node.kind === 'sample' && node.stage === stage,
  );
}
