import type { Graph } from '../runtime/graph/index.ts';
import { type Diagnostic } from './diagnostics/index.ts';
import type { Origins } from './lower/index.ts';
import type { Span } from './span.ts';
/**
 * What the run would refuse of a graph, told at the source. The checks of the language are meant to
 * find all of it earlier and say it better; this keeps what they miss from passing.
 */
export declare function graphProblems(graph: Graph, origins: Origins, sources: ReadonlyMap<string, string>, pipeline: Span): Diagnostic[];
/** The line on which a part of the graph was written; the first of `file` where that is not known. */
export declare function placeOf(pointer: string, origins: Origins, sources: ReadonlyMap<string, string>, file: string): Span;
