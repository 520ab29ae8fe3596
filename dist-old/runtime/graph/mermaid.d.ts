import type { Graph } from './graph.ts';
/** The graph as a Mermaid flowchart: a box for each stage, in order. */
export declare function graphToMermaid(graph: Graph): string;
