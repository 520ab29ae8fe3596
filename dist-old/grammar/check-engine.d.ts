import type { Engine } from '../runtime/graph/engine.ts';
import type { Graph } from '../runtime/graph/index.ts';
import { type Diagnostic } from './diagnostics/index.ts';
import type { Origins } from './lower/index.ts';
/** What an engine lacks of what a graph asks of it, told at the source; once for each place and feature. */
export declare function engineProblems(graph: Graph, engine: Engine, { file, origins, sources }: {
    file: string;
    origins: Origins;
    sources: ReadonlyMap<string, string>;
}): Diagnostic[];
