export { scheduleRange, scheduleValue } from './schedule-value.ts';
export type * from './graph.ts';
export {
  adaptedParameters,
  adapterParameters,
  adapterTargets,
  targetWidths,
  type AdapterTarget,
  type DecoderWidths,
  type Lora,
} from './lora.ts';
export type * from './model-source.ts';
export type * from './nodes.ts';
export type * from './task-reference.ts';
export type * from './schedule.ts';
export type * from './trigger.ts';
export type * from './pipeline-test.ts';
export type { Engine, Feature, Support } from './engine.ts';
export { engines, supportOf } from './engines.ts';
export { featuresOf } from './features.ts';
export { levelSettings } from './levels.ts';
export { domains, type Domain } from './domains.ts';
export { constant } from './schedule.ts';
export { freshShape, parametersOf, type DecoderShape } from './decoder-shape.ts';
export { memoryLines, memoryText, type MemoryLine } from './memory-arithmetic.ts';
export {
  limitsWithin,
  loadOf,
  memoryNeeds,
  rowBytes,
  SEQUENCES,
  sequenceBytes,
  type MemoryLimits,
  type MemoryLoad,
  type MemoryNeeds,
} from './memory.ts';
export { ports } from './ports.ts';
export {
  auditMetric,
  isAuditMetric,
  isMixtureMetric,
  mixtureMetrics,
  stageMetrics,
  suiteMetrics,
  type MetricInfo,
  type MetricUnit,
} from './metrics.ts';
export { graphHash } from './hash.ts';
export { diffGraphs, type Difference, type DiffSubject, type DiffValue } from './diff.ts';
export { stagePlan, type ReinforcePlan, type StagePlan, type SupervisedPlan } from './resolve.ts';
export { type GraphProblem } from './problem.ts';
export { readGraph } from './read.ts';
export { validateGraph } from './validate.ts';
export { graphToMermaid } from './mermaid.ts';
export { overrideGraph, overridePaths } from './override.ts';
export { graphToSvg } from './svg.ts';
