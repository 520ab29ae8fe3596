import { type Graph } from '../graph/index.ts';
/** The graph of a run folder, checked. ProrlError where the folder is no run's, or its graph is damaged. */
export declare function readRunGraph(folder: string): Graph;
