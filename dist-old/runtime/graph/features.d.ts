import type { Feature } from './engine.ts';
import type { Graph } from './graph.ts';
/** A feature that a graph asks of its engine, and where. */
export interface Use {
    feature: Feature;
    /** A JSON pointer into the graph. */
    pointer: string;
}
/** What a graph asks that engines differ in, once for each place. */
export declare function featuresOf(graph: Graph): Use[];
