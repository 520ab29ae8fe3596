import type { Graph } from './graph.ts';
import type { Node } from './nodes.ts';
/** The nodes of each stage, in the graph's order; those of the pipeline itself under null. */
export declare function nodesByStage(graph: Graph): ReadonlyMap<string | null, readonly Node[]>;
