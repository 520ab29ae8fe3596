import type { Feature } from './engine.ts';
import type { Graph, Mixture } from './graph.ts';
import type { Node, ResetNode, ShapeNode, UpdateNode } from './nodes.ts';
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
    case 'shape':
      return shapeFeatures(node);
    case 'advantage': {
      const { estimator, whiten } = node.config;
      const whitens = estimator === 'reinforce' || estimator === 'reinforce_baseline';
      return [
        ...(estimator === 'group_norm'
          ? []
          : ([[`the advantages ${estimator}`, 'estimator']] as [Feature, string][])),
        ...(whitens && whiten === 'trajectories'
          ? ([['whitening by trajectories', 'whiten']] as [Feature, string][])
          : []),
      ];
    }
    case 'filter':
      return [
        ...(node.config.keep === null ? [] : ([['a filter of groups', 'keep']] as [Feature, string][])),
        ...(node.config.refill === 0 ? [] : ([['refills', 'refill']] as [Feature, string][])),
      ];
    case 'update': {
      const { updates, kl } = node.config;
      const parts = [...moving('a scheduled batch', { updates }), ...lossFeatures(node)];
      if (kl === null) return parts;
      return [
        ...parts,
        [kl.in === 'loss' ? 'a KL term in the loss' : 'a KL term in the reward', 'kl/in'],
        [`the KL estimator ${kl.estimator}`, 'kl/estimator'],
        ...moving('a scheduled KL coefficient', { 'kl/coefficient': kl.coefficient }),
        ...(kl.target === null
          ? []
          : ([[`an adaptive KL coefficient in the ${kl.in}`, 'kl/target']] as [Feature, string][])),
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

function shapeFeatures({ config }: ShapeNode): [Feature, key: string][] {
  const { correct, incorrect, truncated, stopProperly, cosineLength, overlong } = config;
  const uses = moving('a scheduled reward', {
    correct,
    incorrect,
    truncated,
    stopProperly,
    ...(cosineLength === null ? {} : { 'cosineLength/weight': cosineLength.weight }),
    ...(overlong === null ? {} : { 'overlong/scale': overlong.scale }),
  });
  if (scheduleRange(stopProperly).least < 1)
    uses.push(['a share of the reward for truncated responses', 'stopProperly']);
  if (cosineLength !== null) uses.push(['rewards that depend on length', 'cosineLength/correct']);
  if (overlong !== null) uses.push(['a soft overlong punishment', 'overlong/cache']);
  return uses;
}

/** What the policy gradient is made of, where it is not the common form: clipped, by tokens, their mean. */
function lossFeatures({ config }: UpdateNode): [Feature, key: string][] {
  const { loss, surrogate, ratio, aggregation, clip, entropy, correction } = config;
  if (loss !== 'policy_gradient') return [];
  const uses: [Feature, string][] = [];
  if (surrogate === 'cispo' || surrogate === 'plain') uses.push([`the surrogate ${surrogate}`, 'surrogate']);
  if (ratio === 'sequence') uses.push(['the ratio of the sequence', 'ratio']);
  if (aggregation !== 'token_mean') uses.push([`the aggregation ${aggregation}`, 'aggregation']);
  if (clip !== null && clip.dual !== null) uses.push(['a dual clip', 'clip/dual']);
  if (entropy !== null && scheduleRange(entropy).greatest > 0) uses.push(['an entropy bonus', 'entropy']);
  if (correction !== null) uses.push([`the correction ${correction.method}`, 'correction/method']);
  return uses;
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
