import type { Module } from '../../modules/index.ts';
import type { ResolvedPipeline, ResolvedStage, ResolvedTest, Value } from '../value.ts';
import type { Context } from './context.ts';
/** A module's declarations, worked out as far as they go by themselves. */
export interface ResolvedModule {
    readonly module: Module;
    readonly pipelines: readonly ResolvedPipeline[];
    readonly tests: readonly ResolvedTest[];
    /** Every stage with its parameters at their defaults, or open where they have none. */
    readonly stages: readonly ResolvedStage[];
    /** The values of its other declarations, parameters as for stages. */
    readonly values: readonly Value[];
}
/** Reads every declaration of a module, whether anything uses it or not, and reports what is wrong with it. */
export declare function resolveModule(cx: Context, module: Module): ResolvedModule;
