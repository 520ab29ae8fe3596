import { type Graph } from '../graph/index.ts';
/** Steps after which a stage ends at the latest; null where nothing bounds it. */
export declare function stageBound(graph: Graph, stage: string): number | null;
/** The same of the whole run; `maxSteps` is the caller's own bound. */
export declare function totalBound(graph: Graph, maxSteps: number | undefined): number | null;
