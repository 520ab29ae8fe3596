import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Graph } from './graph.ts';

// The package's types declare an ES module's default export; it is a CommonJS function.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/**
 * The name of a graph in run records: SHA-256, in hexadecimal, over its canonical JSON (RFC 8785).
 * The order of keys does not count, that of nodes and edges does. Numbers must be finite.
 */
export function graphHash(graph: Graph): string {
  const text = serialize(graph);
  if (text === undefined) throw new TypeError('a graph is a JSON object');
  return createHash('sha256').update(text).digest('hex');
}
