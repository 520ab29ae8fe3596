import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from './graph.ts';
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
 * The graph with one value replaced, as `--set path=value` asks: `seed`, `NODE.FIELD` such as
 * `explore.rollout.prompts` or `explore.update.kl.coefficient`, `SUITE.FIELD` such as
 * `heldout.problems`, `MIXTURE.ENTRY.weight`. A number set onto a schedule makes it constant;
 * `95%`, `true`, `null` and, for lists, `1,4,16` are understood. The graph given is left alone.
 * Throws ProrlError (exit code `usage`) on an unknown path or a value that does not fit.
 */
export function overrideGraph(graph: Graph, path: string, value: string): Graph {
  const changed = structuredClone(graph);
  const places = settable(changed);
  const place = places.get(path);
  if (place === undefined) throw unknownPath(path, [...places.keys()]);
  place.holder[place.key] = converted(path, place.holder[place.key], value.trim());
  try {
    return readGraph(changed, `--set ${path}=${value}`);
  } catch (error) {
    if (!(error instanceof ProrlError)) throw error;
    throw new ProrlError(error.message, { exitCode: ExitCode.usage, cause: error, ...(error.hint ? { hint: error.hint } : {}) });
  }
}

/** All paths that `overrideGraph` can set. */
export function overridePaths(graph: Graph): string[] {
  return [...settable(graph).keys()];
}

function settable(graph: Graph): Map<string, Place> {
  const places = new Map<string, Place>([['seed', { holder: graph as unknown as Holder, key: 'seed' }]]);
  for (const [name, suite] of Object.entries(graph.suites)) collect(suite as unknown as Holder, name, places);
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    for (const entry of mixture.entries) {
      places.set(`${name}.${entry.name}.weight`, { holder: entry as unknown as Holder, key: 'weight' });
    }
  }
  for (const node of graph.nodes) collect(node.config as Holder, node.id, places);
  return places;
}

function collect(holder: Holder, prefix: string, places: Map<string, Place>): void {
  for (const [key, value] of Object.entries(holder)) {
    if (fixed.has(key)) continue;
    const path = `${prefix}.${key}`;
    places.set(path, { holder, key });
    if (typeof value === 'object' && value !== null && !isSchedule(value) && !Array.isArray(value)) {
      collect(value as Holder, path, places);
    }
  }
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
    if (number === null) throw refuse('a number', 'A schedule can only be replaced by a constant here; write any other in the pipeline file.');
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
      if (current !== null) throw refuse('null', `It is a group of settings: set one of them, as in ${path}.${Object.keys(current as object)[0]}, or null where it may be left out.`);
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
    return new ProrlError(wrong, { exitCode, hint: 'A trigger cannot be set from outside: change it in the pipeline file.' });
  }
  const near = nearest(path, paths, 3);
  if (near.length > 0) return new ProrlError(wrong, { exitCode, hint: `Did you mean ${near.join(' or ')}?` });
  const sameField = paths.filter((known) => known.endsWith(`.${path.split('.').at(-1) ?? ''}`)).slice(0, 3);
  if (sameField.length > 0) return new ProrlError(wrong, { exitCode, hint: `Did you mean ${sameField.join(' or ')}?` });
  return new ProrlError(wrong, { exitCode, hint: `Settings look like ${paths.slice(0, 4).join(', ')}. 'prorl graph' shows the nodes.` });
}
