import type { Graph, VerifierReference } from '../graph/index.ts';
import type { DatasetRecord, OpenVerifier, Surroundings } from '../sources/opened.ts';
import type { TaskBook } from '../stages/sample.ts';
/** The verifiers of all stages, as the graph names them. */
export type VerifierBook = (reference: VerifierReference) => OpenVerifier;
/** Everything that poses and judges problems in a run. */
export interface Sources {
    readonly tasks: TaskBook;
    readonly verifiers: VerifierBook;
    /** The data sets among the tasks. */
    readonly data: readonly DatasetRecord[];
    /** Ends processes and connections. */
    close(): Promise<void>;
}
/**
 * Opens the tasks of all mixtures and the verifiers of all stages: tasks that differ in their settings alone only
 * once. Where one cannot be opened, those that were are closed, and the error goes on.
 */
export declare function openSources(graph: Graph, around: Surroundings): Promise<Sources>;
