import type { PipelineTest } from '../../runtime/graph/index.ts';
import type { ResolvedTest } from '../types/value.ts';
import { type LowerOptions } from './pipeline.ts';
/** A test, lowered: the stages that it runs, with what is given and what is expected. */
export declare function lowerTest(test: ResolvedTest, options: LowerOptions): PipelineTest;
