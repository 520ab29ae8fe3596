import type { Graph, Stage } from './graph.ts';
import type { Node } from './nodes.ts';
import { normalSchedule, normalTrigger } from './normal-form.ts';
import type { Schedule } from './schedule.ts';
import type { Trigger } from './trigger.ts';

/** What a difference is about. */
export type DiffSubject =
  'model' | 'lora' | 'seed' | 'stage' | 'node' | 'mixture' | 'suite' | 'library' | 'edge' | 'edition';

/** One way in which two graphs mean different things. */
export interface Difference {
  kind: 'added' | 'removed' | 'changed' | 'renamed' | 'moved';
  subject: DiffSubject;
  /** The stage, node, mixture, suite or library, as its graph names it; null for the graph's own. */
  name: string | null;
  /** The setting that changed, such as `kl.coefficient`; null where the whole thing was added or removed. */
  setting: string | null;
  before: DiffValue;
  after: DiffValue;
}

/** A value on either side; schedules and triggers as the graph holds them. */
export type DiffValue =
  | { kind: 'none' }
  | { kind: 'value'; value: unknown }
  | { kind: 'schedule'; schedule: Schedule }
  | { kind: 'trigger'; trigger: Trigger };

const none: DiffValue = { kind: 'none' };

/**
 * What changes from one pipeline to another, by meaning. The pipeline's name, texts of triggers, the order
 * of declarations and of a mixture's entries, and the way in which a schedule or a condition is put together
 * do not count. Names of mixtures, suites and stages do: problems are drawn by the first, metrics and
 * `--set` go by the others. An empty list: both mean the same.
 */
export function diffGraphs(before: Graph, after: Graph): Difference[] {
  const ids = matchStages(before, after);
  return [
    ...fields('edition', null, { edition: before.edition }, { edition: after.edition }),
    ...fields('model', null, before.model, after.model),
    ...fields('lora', null, before.lora ?? {}, after.lora ?? {}),
    ...fields('seed', null, { seed: before.seed }, { seed: after.seed }),
    ...diffStages(before, after, ids),
    ...diffOwn(before, after),
    ...records('mixture', mixtures(before), mixtures(after), true),
    ...records('suite', suites(before), suites(after)),
    ...records('library', libraries(before), libraries(after)),
    ...diffEdges(before, after, ids),
  ];
}

/** Stages of other names count as one that was renamed where this share of their settings agrees. */
const alike = 0.6;

/** Which stage of the second graph is which of the first: by name, else the one that is most like it. */
function matchStages(before: Graph, after: Graph): Map<string, string> {
  const names = new Set(after.stages.map(({ id }) => id));
  const pairs = new Map(before.stages.filter(({ id }) => names.has(id)).map(({ id }) => [id, id]));
  const free = new Set([...names].filter((id) => !pairs.has(id)));
  for (const { id, kind } of before.stages) {
    if (pairs.has(id)) continue;
    const [best] = after.stages
      .filter((stage) => free.has(stage.id) && stage.kind === kind)
      .map((stage) => ({
        id: stage.id,
        score: agreement(settingsOf(before, id), settingsOf(after, stage.id)),
      }))
      .filter(({ score }) => score >= alike)
      .sort((a, b) => b.score - a.score);
    if (best === undefined) continue;
    pairs.set(id, best.id);
    free.delete(best.id);
  }
  return pairs;
}

/** The settings of a stage's nodes as texts by path. */
function settingsOf(graph: Graph, id: string): Map<string, string> {
  const nodes = graph.nodes.filter(({ stage }) => stage === id);
  return new Map(
    nodes.flatMap((node) =>
      [...leaves(node.config)].map(([path, value]) => [`${node.id.slice(id.length)}.${path}`, textOf(value)]),
    ),
  );
}

function agreement(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return [...paths].filter((path) => a.get(path) === b.get(path)).length / Math.max(1, paths.size);
}

function diffStages(before: Graph, after: Graph, ids: ReadonlyMap<string, string>): Difference[] {
  const matched = new Set(ids.values());
  const inOrder = new Set(longestCommon(before.stages, after.stages, ids));
  return [
    ...before.stages.flatMap(({ id, kind }): Difference[] => {
      const other = ids.get(id);
      if (other === undefined) return [whole('removed', 'stage', id, kind)];
      const renamed: Difference[] =
        other === id
          ? []
          : [
              {
                kind: 'renamed',
                subject: 'stage',
                name: id,
                setting: null,
                before: plain(id),
                after: plain(other),
              },
            ];
      const moved: Difference[] = inOrder.has(id)
        ? []
        : [
            {
              kind: 'moved',
              subject: 'stage',
              name: id,
              setting: null,
              before: plain(place(before, id)),
              after: plain(place(after, other)),
            },
          ];
      return [...renamed, ...moved, ...diffStage(before, after, id, other)];
    }),
    ...after.stages
      .filter(({ id }) => !matched.has(id))
      .map(({ id, kind }) => whole('added', 'stage', id, kind)),
  ];
}

function place(graph: Graph, id: string): number {
  return 1 + graph.stages.findIndex((stage) => stage.id === id);
}

/** The largest set of stages that stand in the same order on both sides; the others moved. */
function longestCommon(
  before: readonly Stage[],
  after: readonly Stage[],
  ids: ReadonlyMap<string, string>,
): string[] {
  const at = new Map(after.map(({ id }, i) => [id, i]));
  const best: { ids: string[]; last: number }[] = [{ ids: [], last: -1 }];
  for (const { id } of before) {
    const position = at.get(ids.get(id) ?? '');
    if (position === undefined) continue;
    const base = best
      .filter(({ last }) => last < position)
      .reduce((a, b) => (b.ids.length > a.ids.length ? b : a));
    best.push({ ids: [...base.ids, id], last: position });
  }
  return best.reduce((a, b) => (b.ids.length > a.ids.length ? b : a)).ids;
}

function diffStage(before: Graph, after: Graph, id: string, other: string): Difference[] {
  const kinds = [before.stages, after.stages].map(
    (stages, i) => stages.find((stage) => stage.id === [id, other][i])?.kind,
  );
  if (kinds[0] !== kinds[1]) {
    return [
      {
        kind: 'changed',
        subject: 'stage',
        name: id,
        setting: 'kind',
        before: plain(kinds[0]),
        after: plain(kinds[1]),
      },
    ];
  }
  return [
    ...fields('stage', id, conditionOf(before, id), conditionOf(after, other)),
    ...pairNodes(of(before, id), of(after, other)),
  ];
}

/** The condition on which a stage is run; without one, nothing. */
function conditionOf({ stages }: Graph, id: string): object {
  const when = stages.find((stage) => stage.id === id)?.when ?? null;
  return when === null ? {} : { when };
}

/** Suites evaluated and checkpoints taken in every stage. */
function diffOwn(before: Graph, after: Graph): Difference[] {
  return pairNodes(of(before, null), of(after, null));
}

const of = (graph: Graph, stage: string | null): Node[] => graph.nodes.filter((node) => node.stage === stage);

/** Pairs nodes of a kind: those alike first, then the rest in order (evaluations by their suite). */
function pairNodes(before: readonly Node[], after: readonly Node[]): Difference[] {
  const key = (node: Node): string =>
    node.kind === 'evaluate' ? `evaluate ${node.config.suite}` : node.kind;
  const keys = [...new Set([...before, ...after].map(key))];
  return keys.flatMap((each) => {
    let left = before.filter((node) => key(node) === each);
    let right = after.filter((node) => key(node) === each);
    for (const node of left) {
      const twin = right.find((one) => nodeText(one) === nodeText(node));
      if (twin === undefined) continue;
      left = left.filter((one) => one !== node);
      right = right.filter((one) => one !== twin);
    }
    const pairs = Math.min(left.length, right.length);
    return [
      ...left.slice(0, pairs).flatMap((node, i) => fields('node', node.id, node.config, right[i]!.config)),
      ...left.slice(pairs).map((node) => whole('removed', 'node', node.id, about(node))),
      ...right.slice(pairs).map((node) => whole('added', 'node', node.id, about(node))),
    ];
  });
}

const nodeText = (node: Node): string =>
  JSON.stringify([...leaves(node.config)].map(([path, value]) => [path, textOf(value)]));

function about(node: Node): unknown {
  if (node.kind === 'reset' || node.kind === 'guard') {
    const { when, whenText } = node.config;
    return typeof when === 'string' ? whenText : { kind: 'trigger', trigger: when };
  }
  return node.kind === 'evaluate' ? node.config.suite : node.kind;
}

function whole(kind: 'added' | 'removed', subject: DiffSubject, name: string, value: unknown): Difference {
  const side = isTrigger(value) ? value : plain(value);
  return {
    kind,
    subject,
    name,
    setting: null,
    before: kind === 'removed' ? side : none,
    after: kind === 'added' ? side : none,
  };
}

function isTrigger(value: unknown): value is Extract<DiffValue, { kind: 'trigger' }> {
  return typeof value === 'object' && value !== null && 'trigger' in value;
}

function records(
  subject: DiffSubject,
  before: Record<string, object>,
  after: Record<string, object>,
  ofParts = false,
): Difference[] {
  return [
    ...Object.entries(before).flatMap(([name, value]) => {
      const other = after[name];
      if (other === undefined) return [whole('removed', subject, name, name)];
      return ofParts ? parts(subject, name, value, other) : fields(subject, name, value, other);
    }),
    ...Object.keys(after)
      .filter((name) => !(name in before))
      .map((name) => whole('added', subject, name, name)),
  ];
}

/** The entries of a mixture: one that is new or gone is one difference, not one for each of its settings. */
function parts(subject: DiffSubject, name: string, before: object, after: object): Difference[] {
  const gone = Object.keys(before).filter((part) => !(part in after));
  const fresh = Object.keys(after).filter((part) => !(part in before));
  const kept = (data: object): object =>
    Object.fromEntries(Object.entries(data).filter(([part]) => ![...gone, ...fresh].includes(part)));
  const weight = (data: object, part: string): DiffValue => leaves(data).get(`${part}.weight`) ?? none;
  return [
    ...fields(subject, name, kept(before), kept(after)),
    ...gone.map((setting): Difference => ({
      kind: 'removed',
      subject,
      name,
      setting,
      before: weight(before, setting),
      after: none,
    })),
    ...fresh.map((setting): Difference => ({
      kind: 'added',
      subject,
      name,
      setting,
      before: none,
      after: weight(after, setting),
    })),
  ];
}

const mixtures = (graph: Graph): Record<string, object> =>
  mapped(graph.mixtures, ({ entries, curriculum }) => ({
    ...Object.fromEntries(entries.map(({ name, ...entry }) => [name, entry])),
    ...(curriculum === null ? {} : { curriculum }),
  }));
const suites = (graph: Graph): Record<string, object> => graph.suites as Record<string, object>;
const libraries = (graph: Graph): Record<string, object> =>
  Object.fromEntries(graph.libraries.map(({ name, ...library }) => [name, library]));

function mapped<V>(record: Readonly<Record<string, V>>, to: (value: V) => object): Record<string, object> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}

/** Settings by path that differ, are new or are gone. */
function fields(subject: DiffSubject, name: string | null, before: object, after: object): Difference[] {
  const [a, b] = [leaves(before), leaves(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((setting): Difference[] => {
    const [left, right] = [a.get(setting) ?? none, b.get(setting) ?? none];
    if (textOf(left) === textOf(right)) return [];
    const kind = left.kind === 'none' ? 'added' : right.kind === 'none' ? 'removed' : 'changed';
    return [{ kind, subject, name, setting, before: left, after: right }];
  });
}

/** Every setting below an object by its path, schedules and triggers in their shortest form, texts left out. */
function leaves(data: object, path = ''): Map<string, DiffValue> {
  const found = new Map<string, DiffValue>();
  for (const key of Object.keys(data).sort()) {
    const value = (data as Record<string, unknown>)[key];
    const at = path === '' ? key : `${path}.${key}`;
    if (key.endsWith('Text')) continue;
    if (typeof value !== 'object' || value === null) found.set(at, plain(value));
    else if (Array.isArray(value)) found.set(at, plain(inOrder(value)));
    else if ('pieces' in value && 'over' in value)
      found.set(at, { kind: 'schedule', schedule: normalSchedule(value as Schedule) });
    else if ('op' in value) found.set(at, { kind: 'trigger', trigger: normalTrigger(value as Trigger) });
    else for (const [inner, leaf] of leaves(value, at)) found.set(inner, leaf);
  }
  return found;
}

/** Lists of the graph (the k of pass@k, a filter's comparisons) are sets. */
function inOrder(list: readonly unknown[]): unknown[] {
  return [...list].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : sortedText(a) < sortedText(b) ? -1 : 1,
  );
}

const plain = (value: unknown): DiffValue => ({ kind: 'value', value });

/** JSON with sorted keys. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const textOf = (value: DiffValue): string => sortedText(value);

/** Edges between nodes that both sides have: others follow from the nodes that were added or removed. */
function diffEdges(before: Graph, after: Graph, ids: ReadonlyMap<string, string>): Difference[] {
  const text = (graph: Graph, rename: (stage: string) => string): Set<string> =>
    new Set(graph.edges.map(({ from, to }) => `${port(graph, from, rename)} -> ${port(graph, to, rename)}`));
  const [a, b] = [text(before, (id) => ids.get(id) ?? id), text(after, (id) => id)];
  const nodes = (edges: ReadonlySet<string>) =>
    new Set([...edges].flatMap((edge) => edge.split(' -> ').map((end) => end.split(':')[0]!)));
  const [inA, inB] = [nodes(a), nodes(b)];
  const shared = (edge: string): boolean =>
    edge.split(' -> ').every((end) => inA.has(end.split(':')[0]!) && inB.has(end.split(':')[0]!));
  return [
    ...[...a]
      .filter((edge) => !b.has(edge) && shared(edge))
      .map((edge) => whole('removed', 'edge', edge, edge)),
    ...[...b]
      .filter((edge) => !a.has(edge) && shared(edge))
      .map((edge) => whole('added', 'edge', edge, edge)),
  ];
}

function port(graph: Graph, end: string, rename: (stage: string) => string): string {
  const [id, name] = end.split(':');
  const node = graph.nodes.find((one) => one.id === id);
  if (!node?.stage || !id) return end;
  return `${rename(node.stage)}${id.slice(node.stage.length)}:${name ?? ''}`;
}
