import type { Graph } from '../graph/graph.ts';
import type { Node } from '../graph/nodes.ts';
import { spelledSetting } from '../graph/spelling.ts';
import type { Schedule } from '../graph/schedule.ts';
import type { Trigger } from '../graph/trigger.ts';

/** Where a value was written: a place in a source file, or the language's default. */
export type Origin = { file: string; line: number; text?: string } | 'default';

/** One value of a graph with its path, as `--set` takes it, and its origin. */
export interface ResolvedValue {
  /** As the pipeline file spells it, within its stage or suite: `kl.coefficient`. */
  name: string;
  /** JSON pointer into the graph. */
  pointer: string;
  value: ResolvedLeaf;
  /** Null where no source text is known, as in a graph read from JSON. */
  origin: Origin | null;
}

export type ResolvedLeaf =
  | { kind: 'schedule'; schedule: Schedule }
  | { kind: 'trigger'; trigger: Trigger }
  | { kind: 'plain'; value: number | string | boolean | null }
  | { kind: 'list'; value: unknown[] };

/** What a graph says that no field of the file does. */
const implied = new Set(['loss']);

/** All values of a node's config, one a leaf. */
export function nodeValues(
  graph: Graph,
  node: Node,
  origins: Readonly<Record<string, Origin>>,
): ResolvedValue[] {
  const supervised = graph.stages.some(({ id, kind }) => id === node.stage && kind === 'supervised');
  const at = `/nodes/${graph.nodes.indexOf(node)}/config`;
  const config: object = supervised && node.kind === 'update' ? withoutPolicyParts(node.config) : node.config;
  return valuesOf(config, at, origins, (parts) => spelledSetting(node, parts, supervised));
}

/** Of the update of a supervised stage, which has no fields for what only a policy gradient reads. */
function withoutPolicyParts(config: object): object {
  const parts = new Set(['divisor', 'surrogate', 'ratio', 'clip', 'entropy', 'correction', 'kl']);
  return Object.fromEntries(Object.entries(config).filter(([key]) => !parts.has(key)));
}

/** How the pipeline's adapters are made; nothing where it has none. */
export function loraValues({ lora }: Graph, origins: Readonly<Record<string, Origin>>): ResolvedValue[] {
  return lora === null ? [] : valuesOf(lora, '/lora', origins, (parts) => ['lora', ...parts]);
}

/** All values below some JSON pointer of the graph; `spelled` gives the file's names for the graph's. */
export function valuesOf(
  data: object,
  pointer: string,
  origins: Readonly<Record<string, Origin>>,
  spelled: (parts: readonly string[]) => readonly string[] = (parts) => parts,
): ResolvedValue[] {
  return Object.entries(data)
    .filter(([key]) => !key.endsWith('Text') && !implied.has(key))
    .flatMap(([key, value]) => walk(value, [key], `${pointer}/${escape(key)}`))
    .map(({ parts, at, value }) => ({
      name: spelled(parts).join('.'),
      pointer: at,
      value,
      origin: originOf(at, origins),
    }));
}

interface Leaf {
  parts: string[];
  at: string;
  value: ResolvedLeaf;
}

function walk(value: unknown, parts: string[], at: string): Leaf[] {
  const leaf = leafOf(value);
  if (leaf) return [{ parts, at, value: leaf }];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    walk(inner, [...parts, key], `${at}/${escape(key)}`),
  );
}

function leafOf(value: unknown): ResolvedLeaf | null {
  if (Array.isArray(value)) return { kind: 'list', value };
  if (typeof value !== 'object' || value === null)
    return { kind: 'plain', value: value as number | string | boolean | null };
  if ('pieces' in value && 'over' in value) return { kind: 'schedule', schedule: value as Schedule };
  if ('source' in value && 'name' in value) return { kind: 'plain', value: String(value.name) };
  if ('op' in value) return { kind: 'trigger', trigger: value as Trigger };
  return null;
}

/** The nearest origin at or above a pointer: a block that was written as a whole speaks for its parts. */
export function originOf(pointer: string, origins: Readonly<Record<string, Origin>>): Origin | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const origin = origins[at];
    if (origin !== undefined) return origin;
  }
  return null;
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
