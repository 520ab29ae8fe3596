import type { Graph, Library } from '../../runtime/graph/index.ts';
import type { ResolvedPipeline, SuiteUse } from '../types/value.ts';
import { type Origins } from './origins.ts';
import type { Locate } from './reference.ts';
export interface LowerOptions {
    readonly edition: number;
    readonly libraries: readonly Library[];
    readonly locate: Locate;
    /** Suites whose metrics are named without being evaluated: those of tests. */
    readonly suites?: readonly SuiteUse[];
    /** Stands in where the plan names no model: tests train none. */
    readonly model?: Graph['model'];
}
export interface Lowered {
    readonly graph: Graph;
    readonly origins: Origins;
}
/**
 * A pipeline that passed every check, as its graph. The result depends on what the program means,
 * not on its layout nor on the order of its declarations.
 */
export declare function lowerPipeline(pipeline: ResolvedPipeline, options: LowerOptions): Lowered;
