export type * from './graph.ts';
export type * from './schedule.ts';
export type * from './trigger.ts';
export type * from './pipeline-test.ts';
export { constant } from './schedule.ts';
export { ports, type PortType } from './ports.ts';
export { stageMetrics, suiteMetrics, type MetricInfo, type MetricUnit } from './metrics.ts';
export { graphHash } from './hash.ts';
export { stagePlan, type ReinforcePlan, type StagePlan, type SupervisedPlan } from './resolve.ts';
