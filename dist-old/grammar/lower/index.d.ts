export { lowerPipeline, type LowerOptions, type Lowered } from './pipeline.ts';
export type { Locate } from './reference.ts';
export { lowerTest } from './test.ts';
export type { Origin, Origins } from './origins.ts';
