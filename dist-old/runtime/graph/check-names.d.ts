import type { Graph } from './graph.ts';
import { type GraphProblem } from './problem.ts';
/** Ids are unique, and every stage, mixture, suite and metric that is named exists. */
export declare function checkNames(graph: Graph): GraphProblem[];
