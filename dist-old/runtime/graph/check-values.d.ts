import type { Graph } from './graph.ts';
import { type GraphProblem } from './problem.ts';
/** Every number and schedule of a graph must lie in its range. */
export declare function checkValues(graph: Graph): GraphProblem[];
