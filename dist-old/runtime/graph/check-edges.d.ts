import type { Graph } from './graph.ts';
import { type GraphProblem } from './problem.ts';
/** Edges must join ports of one type, give each input what it needs, and make no loop but that of the policy. */
export declare function checkEdges(graph: Graph): GraphProblem[];
