import type { Feature } from './engine.ts';
import type { Graph, Mixture } from './graph.ts';
import type { Node, ResetNode } from './nodes.ts';
import { pointer } from './problem.ts';
import { scheduleRange } from './schedule-value.ts';
import type { Schedule } from './schedule.ts';
import type { Trigger } from './trigger.ts';

/** A feature that a graph asks of its engine, and where. */
export interface Use {
  feature: Feature;
  /** A JSON pointer into the graph. */
  pointer: string;
}

/** What a graph asks that engines differ in, once for each place. */
export function featuresOf(graph: Graph): Use[] {
  const uses: Use[] = [];
  if (graph.lora !== null) uses.push({ feature: 'LoRA adapters', pointer: '/lora' });
  if (graph.stages.length > 1) uses.push({ feature: 'several stages', pointer: '/stages/1' });
  graph.stages.forEach(({ when }, i) => {
    if (when !== null)
      uses.push({ feature: 'a stage run on a condition', pointer: pointer('stages', i, 'when') });
  });
  for (const [name, mixture] of Object.entries(graph.mixtures))
    for (const one of mixtureFeatures(mixture))
      uses.push({ ...one, pointer: pointer('mixtures', name) + one.pointer });
  for (const [name, { passAt }] of Object.entries(graph.suites))
    if (passAt.some((k) => k > 1))
      uses.push({ feature: 'pass@k beyond 1', pointer: pointer('suites', name, 'passAt') });
  graph.nodes.forEach((node, i) => {
    for (const [feature, key] of nodeFeatures(node))
      uses.push({ feature, pointer: pointer('nodes', i, 'config', ...key.split('/')) });
  });
  return uses;
}

function mixtureFeatures({ entries, curriculum }: Mixture): Use[] {
  const uses: Use[] = entries.flatMap((entry, i): Use[] => {
    const at = pointer('entries', i);
    const moves = !still(entry.weight) || entry.from > 1 || entry.until !== null;
    if (moves) return [{ feature: 'scheduled mixture weights', pointer: `${at}/weight` }];
    const even = scheduleRange(entry.weight).least === scheduleRange(entries[0]!.weight).least;
    return even ? [] : [{ feature: 'mixture weights', pointer: `${at}/weight` }];
  });
  return curriculum === null ? uses : [...uses, { feature: 'a curriculum', pointer: '/curriculum' }];
}

function nodeFeatures(node: Node): [Feature, key: string][] {
  switch (node.kind) {
    case 'sample':
      return moving('a scheduled batch', { prompts: node.config.prompts });
    case 'rollout': {
      const { samples, temperature, maxTokens } = node.config;
      return [
        ...moving('a scheduled batch', { samples }),
        ...moving('a scheduled temperature', { temperature }),
        ...moving('a scheduled response length', { maxTokens }),
      ];
    }
    case 'filter':
      return node.config.keep === null ? [] : [['a filter of groups', 'keep']];
    case 'update': {
      const { updates, kl } = node.config;
      const batch = moving('a scheduled batch', { updates });
      if (kl === null) return batch;
      return [
        ...batch,
        [kl.in === 'loss' ? 'a KL term in the loss' : 'a KL term in the reward', 'kl/in'],
        [`the KL estimator ${kl.estimator}`, 'kl/estimator'],
        ...moving('a scheduled KL coefficient', { 'kl/coefficient': kl.coefficient }),
      ];
    }
    case 'reset':
      return resetFeatures(node);
    case 'guard':
      return node.config.rollback ? [['a guard that rolls back', 'rollback']] : [];
    case 'transition':
      return readsMetric(node.config.until) ? [['a stage that ends on a metric', 'until']] : [];
    default:
      return [];
  }
}

function resetFeatures({ config }: ResetNode): [Feature, key: string][] {
  const { reference, optimizer, to, when } = config;
  const what: Feature =
    reference && optimizer
      ? 'a reset between stages'
      : reference
        ? 'a reset of the reference alone'
        : 'a reset of the optimizer alone';
  const uses: [Feature, string][] = to.source === 'best' ? [['a reset to the best checkpoint', 'to']] : [];
  const both = reference && optimizer;
  if (typeof when !== 'string')
    return [
      ...uses,
      ['a reset on a condition', 'when'],
      ...(both ? [] : ([[what, 'when']] as [Feature, string][])),
    ];
  return [...uses, [what, 'when']];
}

function moving(feature: Feature, schedules: Readonly<Record<string, Schedule>>): [Feature, string][] {
  return Object.entries(schedules).flatMap(([key, schedule]): [Feature, string][] =>
    still(schedule) ? [] : [[feature, key]],
  );
}

function still(schedule: Schedule): boolean {
  const { least, greatest } = scheduleRange(schedule);
  return least === greatest;
}

/** Whether anything but counts of steps and tokens decides. */
function readsMetric(trigger: Trigger): boolean {
  switch (trigger.op) {
    case 'and':
    case 'or':
      return trigger.of.some(readsMetric);
    case 'not':
    case 'sustained':
      return readsMetric(trigger.of);
    case 'every':
    case 'reached':
      return false;
    default:
      return true;
  }
}
