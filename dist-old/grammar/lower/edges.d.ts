import type { Edge, Node, Stage } from '../../runtime/graph/index.ts';
/** The edges into every input; a pipeline's own nodes take theirs from each stage. */
export declare function edgesOf(nodes: readonly Node[], stages: readonly Stage[]): Edge[];
