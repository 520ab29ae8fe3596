import { configPointer } from './check-schedule.ts';
import type { Graph, Stage } from './graph.ts';
import { auditMetric, mixtureMetrics, stageMetrics, suiteMetrics } from './metrics.ts';
import { nodesByStage } from './nodes-by-stage.ts';
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
  const named = (kind: string, name: string, names: ReadonlySet<string>, at: string): void => {
    if (!names.has(name))
      problems.push({ pointer: at, message: `no ${kind} '${name}'`, hint: suggest(name, [...names]) });
  };
  const mixtures = new Set(Object.keys(graph.mixtures));
  const suites = new Set(Object.keys(graph.suites));
  const stages = new Set(graph.stages.map(({ id }) => id));
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
    if (node.stage !== null) named('stage', node.stage, stages, pointer('nodes', i, 'stage'));
    if (node.kind === 'sample') named('mixture', node.config.mixture, mixtures, configPointer(i, 'mixture'));
    if (node.kind === 'evaluate') named('suite', node.config.suite, suites, configPointer(i, 'suite'));
  });
  if (problems.length > 0) return problems;
  return checkMetrics(graph);
}

function checkUnique(names: readonly string[], at: (index: number) => string, kind: string): GraphProblem[] {
  const seen = new Set<string>();
  return names.flatMap((name, i): GraphProblem[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const hint = `Each ${kind} needs a name of its own, e.g. '${name}-2'.`;
    return [{ pointer: at(i), message: `a second ${kind} '${name}'`, hint }];
  });
}

interface MetricUse {
  metric: string;
  pointer: string;
}

function checkMetrics(graph: Graph): GraphProblem[] {
  const byId = new Map(graph.stages.map((stage) => [stage.id, [stage]]));
  const uses: (MetricUse & { stages: readonly Stage[] })[] = graph.nodes.flatMap((node, i) =>
    metricsIn(node.config, () => configPointer(i)).map((use) => ({
      ...use,
      stages: node.stage === null ? graph.stages : (byId.get(node.stage) ?? []),
    })),
  );
  graph.stages.forEach(({ when }, i) => {
    if (when === null) return;
    // As a stage's turn comes only what came before it has readings.
    const before = graph.stages.slice(0, i);
    uses.push(...metricsIn({ when }, () => pointer('stages', i)).map((use) => ({ ...use, stages: before })));
  });
  const mixtureOf = mixturesByStage(graph);
  const drawing = new Map<string | undefined, Stage[]>();
  for (const stage of graph.stages) {
    const name = mixtureOf.get(stage.id);
    drawing.set(name, [...(drawing.get(name) ?? []), stage]);
  }
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    const stages = drawing.get(name) ?? [];
    mixture.entries.forEach((entry, i) => {
      uses.push(
        ...metricsIn(entry.weight, () => pointer('mixtures', name, 'entries', i, 'weight')).map((use) => ({
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
  const suiteOf = new Map([...ofSuites].flatMap(([suite, names]) => names.map((name) => [name, suite])));
  const audits = graph.nodes.flatMap((node) =>
    node.kind === 'audit' ? [auditMetric(node.config.metric)] : [],
  );
  // Stages of a kind give the same metrics, and so do those that draw from the same mixture.
  const alike = new Map<string, ReadonlySet<string>>();
  const once = (key: string, names: () => readonly string[]): ReadonlySet<string> => {
    const known = alike.get(key) ?? new Set(names());
    alike.set(key, known);
    return known;
  };
  const namesOf = ({ id, kind }: Stage): readonly ReadonlySet<string>[] => {
    const mixture = mixtureOf.get(id) ?? '';
    return [
      once(kind, () => [...stageMetrics(kind).map(({ name }) => name), ...audits]),
      once(`${kind} ${mixture}`, () => mixtureMetricNames(graph, kind, mixture)),
    ];
  };
  const ofStages = new Map(graph.stages.map((stage) => [stage.id, namesOf(stage)]));
  const gives = ({ id }: Stage, metric: string) => ofStages.get(id)?.some((names) => names.has(metric));
  return uses.flatMap(({ metric, pointer: at, stages }): GraphProblem[] => {
    const suite = suiteOf.get(metric);
    if (suite !== undefined && !evaluated.has(suite)) {
      const message = `'${metric}' never has a value: nothing evaluates suite '${suite}'`;
      return [{ pointer: at, message, hint: `Add 'evaluate ${suite} every N steps' to the pipeline.` }];
    }
    if (suite !== undefined || stages.some((stage) => gives(stage, metric))) return [];
    const names = [
      ...stages.flatMap(({ id }) => (ofStages.get(id) ?? []).flatMap((names) => [...names])),
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

/** The metrics that triggers and schedules within a value name, with where they do; `at` gives the value's own pointer. */
function metricsIn(value: object, at: () => string): MetricUse[] {
  const found: MetricUse[] = [];
  const path: string[] = [];
  const look = (part: object): void => {
    for (const key in part) {
      const item = (part as Record<string, unknown>)[key];
      if (typeof item === 'string') {
        if (key === 'metric' || key === 'against' || key === 'keepBestBy')
          found.push({ metric: item, pointer: at() + pointer(...path, key) });
        continue;
      }
      // A filter's conditions speak of a group, not of the step.
      if (typeof item !== 'object' || item === null || key === 'keep') continue;
      path.push(key);
      look(item);
      path.pop();
    }
  };
  look(value);
  return found;
}

function mixtureMetricNames(graph: Graph, kind: Stage['kind'], mixture: string): string[] {
  const drawn = graph.mixtures[mixture];
  return drawn === undefined ? [] : mixtureMetrics(kind, drawn).map(({ name }) => name);
}

function suiteMetricNames(graph: Graph, name: string): string[] {
  const suite = graph.suites[name];
  if (suite === undefined) return [];
  const entries = graph.mixtures[suite.mixture]?.entries ?? [];
  const domains = [...new Set(entries.flatMap(({ domain }) => domain ?? []))].sort();
  return suiteMetrics(
    name,
    suite,
    entries.map((entry) => entry.name),
    domains,
  ).map((metric) => metric.name);
}

/** The mixture that each stage draws from, by the stage's id. */
function mixturesByStage(graph: Graph): ReadonlyMap<string, string | undefined> {
  const nodes = nodesByStage(graph);
  return new Map(
    graph.stages.map(({ id }) => {
      const sample = nodes.get(id)?.find((node) => node.kind === 'sample');
      return [id, sample?.config.mixture];
    }),
  );
}
