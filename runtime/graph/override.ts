import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from './graph.ts';
import { describeSchedule } from './describe.ts';
import { nearest, type GraphProblem } from './problem.ts';
import { problemsOf } from './read.ts';
import { constant, type Schedule } from './schedule.ts';
import { spelledPointer, spelledSetting, spelledSuiteSetting } from './spelling.ts';

type Holder = Record<string, unknown>;

/** Where a path leads: the object (or array) that holds the value, and the value's key in it. */
interface Place {
  holder: Holder;
  key: string;
}

/** Triggers carry their source text along, and names tie the graph together: neither is set from outside. */
const fixed = new Set(['when', 'whenText', 'until', 'untilText', 'mixture', 'suite', 'loss', 'keep']);

/** Where `null` stands in the place of a schedule, so that a number set there is one. */
const scheduled = new Set(['maxGradNorm', 'dual']);

/**
 * The graph with one value replaced, as `--set path=value` asks. Paths are `seed`, those of the
 * pipeline file, `STAGE.BLOCK.FIELD` such as `explore.rollout.prompts` or `explore.kl.coefficient`,
 * or the graph's own, `explore.update.kl.coefficient`; further `SUITE.FIELD` and
 * `MIXTURE.ENTRY.weight`, and `lora.FIELD`. A number set onto a schedule makes it constant; `95%`, `true`, `null` (or
 * `none`) and, for lists, `1,4,16` are understood. The graph given is left alone.
 * Throws ProrlError (exit code `usage`) on an unknown path or a value that does not fit.
 */
export function overrideGraph(graph: Graph, path: string, value: string): Graph {
  const changed = structuredClone(graph);
  const places = settable(changed);
  const place = places.get(path);
  if (place === undefined) throw unknownPath(path, overridePaths(graph));
  place.holder[place.key] = converted(path, place, value.trim());
  const problems = problemsOf(changed);
  if (problems.length > 0) throw misfit(graph, path, value, problems);
  return changed;
}

/** What is wrong with a graph after a change, told by the names of the pipeline file. */
function misfit(graph: Graph, path: string, value: string, problems: readonly GraphProblem[]): ProrlError {
  // What is wrong in the very place comes first. Of what the schema says of a choice, the message for the deepest place
  // names the mistake.
  const own = ({ pointer }: GraphProblem): number =>
    spelledPointer(graph, pointer) === spelledPath(graph, path) ? 1 : 0;
  const depth = ({ pointer }: GraphProblem): number => pointer.split('/').length;
  const [first] = [...problems].sort((a, b) => own(b) - own(a) || depth(b) - depth(a));
  const at = spelledPointer(graph, first!.pointer);
  const here = at === spelledPath(graph, path);
  const what =
    here && first!.message.startsWith('is ')
      ? `'${value}' does not fit`
      : (here ? '' : `${at ?? first!.pointer}: `) + first!.message;
  return new ProrlError(`--set ${path}=${value}: ${what}`, {
    exitCode: ExitCode.usage,
    // To whoever sets it a schedule is the number that it stands at.
    hint: here && first!.hint === 'It must be of type object.' ? 'It takes a number.' : first!.hint,
  });
}

/** The spelling of the pipeline file for a path that may be the graph's own. */
function spelledPath(graph: Graph, path: string): string {
  const places = settable(graph);
  const place = places.get(path);
  const same = [...places].filter(([, one]) => one.holder === place?.holder && one.key === place.key);
  return same.at(-1)?.[0] ?? path;
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
  if (graph.lora !== null) add(graph.lora, 'lora', (parts) => ['lora', ...parts].join('.'));
  for (const [name, suite] of Object.entries(graph.suites))
    add(suite, name, (parts) => [name, ...spelledSuiteSetting(parts)].join('.'));
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    for (const entry of mixture.entries) {
      places.set(`${name}.${entry.name}.weight`, { holder: entry as unknown as Holder, key: 'weight' });
    }
  }
  const kinds = new Map(graph.stages.map(({ id, kind }) => [id, kind]));
  for (const node of graph.nodes) {
    const supervised = kinds.get(node.stage ?? '') === 'supervised';
    add(node.config, node.id, (parts) =>
      [...(node.stage === null ? [] : [node.stage]), ...spelledSetting(node, parts, supervised)].join('.'),
    );
  }
  return places;
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

function converted(path: string, { holder, key }: Place, text: string): unknown {
  const current = holder[key];
  const refuse = (wanted: string, hint?: string): ProrlError =>
    new ProrlError(`--set ${path}=${text}: '${text}' is not ${wanted}`, {
      exitCode: ExitCode.usage,
      hint: hint ?? `It stands at ${JSON.stringify(current)} now.`,
    });
  // Whether null may stand here is the schema's to say.
  if (text === 'null' || text === 'none') return null;
  const number = numberIn(text);
  if (isSchedule(current) || (current === null && scheduled.has(key))) {
    if (number === null)
      throw refuse(
        'a number',
        `It stands at ${current === null ? 'none' : describeSchedule(current as Schedule)} now, and takes a number; write any other schedule in the pipeline file.`,
      );
    return constant(number);
  }
  if (Array.isArray(current)) {
    const words = text.split(',').map((item) => item.trim());
    if (current.some((item) => typeof item === 'string')) return words;
    const items = words.map(numberIn);
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
