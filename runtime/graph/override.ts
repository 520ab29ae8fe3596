import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph, Node } from './graph.ts';
import { nearest } from './problem.ts';
import { readGraph } from './read.ts';
import { constant } from './schedule.ts';

type Holder = Record<string, unknown>;

/** Where a path leads: the object (or array) that holds the value, and the value's key in it. */
interface Place {
  holder: Holder;
  key: string;
}

/** Triggers carry their source text along, and names tie the graph together: neither is set from outside. */
const fixed = new Set(['when', 'whenText', 'until', 'untilText', 'mixture', 'suite', 'loss', 'keep']);

/**
 * The graph with one value replaced, as `--set path=value` asks. Paths are `seed`, those of the
 * pipeline file, `STAGE.BLOCK.FIELD` such as `explore.rollout.prompts` or `explore.kl.coefficient`,
 * or the graph's own, `explore.update.kl.coefficient`; further `SUITE.FIELD` and
 * `MIXTURE.ENTRY.weight`. A number set onto a schedule makes it constant; `95%`, `true`, `null` (or
 * `none`) and, for lists, `1,4,16` are understood. The graph given is left alone.
 * Throws ProrlError (exit code `usage`) on an unknown path or a value that does not fit.
 */
export function overrideGraph(graph: Graph, path: string, value: string): Graph {
  const changed = structuredClone(graph);
  const places = settable(changed);
  const place = places.get(path);
  if (place === undefined) throw unknownPath(path, overridePaths(graph));
  place.holder[place.key] = converted(path, place.holder[place.key], value.trim());
  try {
    return readGraph(changed, `--set ${path}=${value}`);
  } catch (error) {
    if (!(error instanceof ProrlError)) throw error;
    throw new ProrlError(error.message, {
      exitCode: ExitCode.usage,
      cause: error,
      ...(error.hint ? { hint: error.hint } : {}),
    });
  }
}

/** All paths that `overrideGraph` can set, as the pipeline file spells them. */
export function overridePaths(graph: Graph): string[] {
  const spelled = new Map<unknown, Map<string, string>>();
  for (const [path, { holder, key }] of settable(graph)) {
    spelled.set(holder, (spelled.get(holder) ?? new Map<string, string>()).set(key, path));
  }
  return [...spelled.values()].flatMap((keys) => [...keys.values()]);
}

/** By path; where the file's spelling and the graph's differ, both lead to the same place, the file's coming last. */
function settable(graph: Graph): Map<string, Place> {
  const places = new Map<string, Place>([['seed', { holder: graph as unknown as Holder, key: 'seed' }]]);
  const add = (holder: object, prefix: string, spelled: (parts: string[]) => string): void => {
    for (const { parts, place } of collect(holder as Holder)) {
      places.set([prefix, ...parts].join('.'), place);
      places.set(spelled(parts), place);
    }
  };
  for (const [name, suite] of Object.entries(graph.suites))
    add(suite, name, (parts) => [name, ...parts.map(snake)].join('.'));
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    for (const entry of mixture.entries) {
      places.set(`${name}.${entry.name}.weight`, { holder: entry as unknown as Holder, key: 'weight' });
    }
  }
  const kinds = new Map(graph.stages.map(({ id, kind }) => [id, kind]));
  for (const node of graph.nodes) {
    add(node.config, node.id, (parts) => {
      const block =
        node.stage === null
          ? [node.id]
          : [node.stage, ...blockOf(node, parts, kinds.get(node.stage) === 'supervised')];
      return [...block, ...fieldOf(node, parts).map(snake)].join('.');
    });
  }
  return places;
}

/** The block of the pipeline file that a node's setting is written in. */
function blockOf(node: Node, [first]: string[], supervised: boolean): string[] {
  switch (node.kind) {
    case 'sample':
      return [supervised ? 'batch' : 'rollout'];
    case 'shape':
      return first === 'overlong' ? [] : ['reward'];
    case 'filter':
      return ['loss'];
    case 'update':
      return first === 'aggregation' ? ['loss'] : [];
    case 'demonstrate':
      return [];
    case 'rollout':
    case 'score':
    case 'advantage':
    case 'evaluate':
    case 'guard':
    case 'reset':
    case 'transition':
    case 'checkpoint':
      // `explore.reset-2`: the number of a second one stays.
      return [node.id.slice((node.stage?.length ?? 0) + 1)];
  }
}

function fieldOf(node: Node, parts: string[]): string[] {
  return node.kind === 'filter' && parts[0] === 'dropTruncated' ? ['maskTruncated'] : parts;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The settings within an object, and within the objects in it. */
function collect(holder: Holder): { parts: string[]; place: Place }[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    if (fixed.has(key)) return [];
    const here = { parts: [key], place: { holder, key } };
    if (typeof value !== 'object' || value === null || isSchedule(value) || Array.isArray(value))
      return [here];
    return [here, ...collect(value as Holder).map(({ parts, place }) => ({ parts: [key, ...parts], place }))];
  });
}

function isSchedule(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'over' in value && 'pieces' in value;
}

function converted(path: string, current: unknown, text: string): unknown {
  const refuse = (wanted: string, hint?: string): ProrlError =>
    new ProrlError(`--set ${path}=${text}: '${text}' is not ${wanted}`, {
      exitCode: ExitCode.usage,
      hint: hint ?? `It stands at ${JSON.stringify(current)} now.`,
    });
  // Whether null may stand here is the schema's to say.
  if (text === 'null' || text === 'none') return null;
  const number = numberIn(text);
  if (isSchedule(current)) {
    if (number === null)
      throw refuse(
        'a number',
        'A schedule can only be replaced by a constant here; write any other in the pipeline file.',
      );
    return constant(number);
  }
  if (Array.isArray(current)) {
    const items = text.split(',').map((item) => numberIn(item.trim()));
    if (items.includes(null)) throw refuse('a list of numbers', 'Write them with commas: 1,4,16.');
    return items;
  }
  switch (typeof current) {
    case 'number':
      if (number === null) throw refuse('a number');
      return number;
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw refuse('true or false');
      return text === 'true';
    case 'string':
      return text;
    default:
      if (current !== null)
        throw refuse(
          'null',
          `It is a group of settings: set one of them, as in ${path}.${Object.keys(current as object)[0]}, or null where it may be left out.`,
        );
      if (text === 'true' || text === 'false') return text === 'true';
      return number ?? text;
  }
}

/** `8`, `-0.5`, `3e-4`, `1_000`, `95%`. */
function numberIn(text: string): number | null {
  if (!/^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i.test(text)) return null;
  const number = Number(text.replaceAll('_', '').replace('%', ''));
  return text.endsWith('%') ? number / 100 : number;
}

function unknownPath(path: string, paths: string[]): ProrlError {
  const exitCode = ExitCode.usage;
  const wrong = `--set ${path}: there is no such setting`;
  if (path.split('.').some((part) => part === 'when' || part === 'until')) {
    return new ProrlError(wrong, {
      exitCode,
      hint: 'A trigger cannot be set from outside: change it in the pipeline file.',
    });
  }
  const near = nearest(path, paths, 3);
  if (near.length > 0) return new ProrlError(wrong, { exitCode, hint: `Did you mean ${near.join(' or ')}?` });
  const sameField = paths.filter((known) => known.endsWith(`.${path.split('.').at(-1) ?? ''}`)).slice(0, 3);
  if (sameField.length > 0)
    return new ProrlError(wrong, { exitCode, hint: `Did you mean ${sameField.join(' or ')}?` });
  return new ProrlError(wrong, {
    exitCode,
    hint: `Settings look like ${paths.slice(0, 4).join(', ')}. 'prorl graph' shows the nodes.`,
  });
}
