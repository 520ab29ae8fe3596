import type { Graph } from '../graph/graph.ts';
import type { Trigger } from '../graph/trigger.ts';
/**
 * The first step of a stage, counted within it, after which a trigger can hold, whatever the metrics
 * do: windows must fill, conditions that must last must have lasted. `index`: which of the graph's stages.
 */
export declare function earliestStep(trigger: Trigger, graph: Graph, index: number): number;
