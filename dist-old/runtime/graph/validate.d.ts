import type { Graph } from './graph.ts';
import { type GraphProblem } from './problem.ts';
/**
 * What is wrong with a graph that has the schema's form: names, values, the nodes of each stage,
 * then the edges. Later parts are looked at only where the earlier ones are sound.
 */
export declare function validateGraph(graph: Graph): GraphProblem[];
