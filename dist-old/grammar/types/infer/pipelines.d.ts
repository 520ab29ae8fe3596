import type { Block, PipelineDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { ResolvedPipeline } from '../value.ts';
import type { Context } from './context.ts';
/** What the body of a pipeline or of a test says should run. */
export type RunPlan = Pick<ResolvedPipeline, 'model' | 'seed' | 'evaluates' | 'audits' | 'checkpoint' | 'runs' | 'sound'>;
export declare function readPipeline(cx: Context, declaration: PipelineDeclaration, module: Module): ResolvedPipeline;
/** Reads the items that say what runs; `other` gets the rest. */
export declare function readPlan(cx: Context, body: Block, other: (item: Block['items'][number]) => void): RunPlan;
