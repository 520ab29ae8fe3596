import type { Compilation } from '../../grammar/index.ts';
import type { Graph } from '../graph/graph.ts';
import type { Origin } from '../report/resolved-values.ts';
import { type Output } from './terminal.ts';
export interface LoadedPipeline {
    graph: Graph;
    /** Empty for a graph read from JSON. */
    origins: Readonly<Record<string, Origin>>;
    /** Relative model folders and task modules start here. */
    baseFolder: string;
}
/**
 * Reads a `.prorl` file, or a graph that `prorl graph` wrote as JSON. Diagnostics are shown on stderr.
 * @throws ProrlError (pipeline) where the file has errors.
 */
export declare function loadPipeline(file: string, pipeline?: string): Promise<LoadedPipeline>;
/** Compiles a `.prorl` file from the disk. A file that is not there is a ProrlError like every other. */
export declare function compileFile(file: string, pipeline?: string): Promise<Compilation>;
/** Shows what the compiler has to say, most with the place in the source. */
export declare function showDiagnostics({ diagnostics, sources }: Pick<Compilation, 'diagnostics' | 'sources'>, output: Output): Promise<void>;
/** @throws ProrlError (pipeline) that counts the errors, where there are any. */
export declare function refuseErrors(file: string, { diagnostics }: Pick<Compilation, 'diagnostics'>): void;
