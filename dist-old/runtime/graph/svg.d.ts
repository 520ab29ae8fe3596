import type { Graph } from './graph.ts';
/**
 * The graph as a drawing of its own: one panel a stage, in order; in it the flow from left to right,
 * the policy's way back above it, and what watches the metrics below; last what serves every stage.
 * Colours are readable on light and on dark pages.
 */
export declare function graphToSvg(graph: Graph): string;
