import type { Graph } from '../graph/graph.ts';
import { type Lock } from '../graph/lock.ts';
/** Where the libraries of a pipeline are pinned: beside it. */
export declare function lockFile(pipeline: string): string;
/** The lock in a file; undefined where there is none. */
export declare function openLock(path: string): Lock | undefined;
/**
 * Refuses a pipeline whose libraries are not what `prorl.lock` pins: ProrlError (pipeline) that lists each difference.
 * A graph as JSON says what its libraries once were, so what is installed now is compared too.
 */
export declare function refuseUnlocked(file: string, graph: Graph, baseFolder: string): void;
