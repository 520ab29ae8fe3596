import type { Graph } from '../graph/graph.ts';
import type { SetOption } from './set-option.ts';
/** The graph with the command line's changes in it. They are part of what is run, so that they change its hash. */
export declare function applySettings(graph: Graph, { seed, set }: {
    seed?: number;
    set: readonly SetOption[];
}): Graph;
