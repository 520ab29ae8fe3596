import type { Graph } from '../graph/index.ts';
import type { Policy } from '../model/policy.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { type Lock } from './lock.ts';
/** How a run was started: `run.json` of its folder. */
export interface RunInfo {
    format: 'prorl-run/1';
    graph: string;
    backend: string;
    /** Where relative model folders and task modules start. */
    baseFolder: string;
    prorl: string;
    node: string;
    /** The data sets that it trains and is judged on, as they were when it began. */
    data?: DatasetRecord[];
    /** Solutions could run without a sandbox where none worked. */
    unsafeNoSandbox?: true;
}
/** Throws a ProrlError where the folder of a new run is taken already. */
export declare function checkFree(folder: string): void;
/** Where a run keeps config and tokenizer of the model it began with: its checkpoints hold weights alone. */
export declare const BASE_FOLDER = "base";
/**
 * Makes the folder of a new run and takes its lock: the graph, the model's shape and tokenizer, and at last
 * run.json, how it was started. Where that fails, nothing is left of it.
 */
export declare function createRunFolder(folder: string, graph: Graph, info: RunInfo, model: {
    policy: Policy;
    tokenizer: Tokenizer;
}): Lock;
/** Reads run.json and the JSON of graph.json; ProrlError where the folder is not one of a run. */
export declare function openRunFolder(folder: string): {
    info: RunInfo;
    graph: unknown;
};
/** The version of this prorl. */
export declare function prorlVersion(): string;
