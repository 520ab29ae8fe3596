import type { Graph } from './graph.ts';
import { type GraphProblem } from './problem.ts';
/**
 * Takes JSON from anywhere for a graph: against the published schema first, then by meaning.
 * `where` names its origin in messages, e.g. a path. Throws ProrlError (exit code `pipeline`)
 * that names the place by JSON pointer and how to mend it.
 */
export declare function readGraph(json: unknown, where: string): Graph;
/** What is wrong with JSON that says it is a graph: by the published schema or, where that is content, by meaning. */
export declare function problemsOf(json: unknown): GraphProblem[];
