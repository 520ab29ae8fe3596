import type { Graph } from './graph.ts';
/**
 * The name of a graph in run records: SHA-256, in hexadecimal, over its canonical JSON (RFC 8785).
 * The order of keys does not count, that of nodes and edges does. Numbers must be finite.
 */
export declare function graphHash(graph: Graph): string;
