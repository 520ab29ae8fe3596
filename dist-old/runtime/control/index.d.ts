export { Controller, type ControllerState } from './controller.ts';
export { type Decision, type Observation } from './decision.ts';
export { MixtureSampler, drawMetrics, type Draw, type MixtureState, type Move, type Share, type PassRate, } from './mixture.ts';
export { fromJsonNumber, jsonNumber, type JsonNumber } from './numbers.ts';
export { passAtK } from './pass-at-k.ts';
export { RandomStream, randomStream } from './random.ts';
export { countAt, valueAt, type SchedulePoint } from './schedule.ts';
export { simulate, type ExpectationResult, type TestResult } from './simulate.ts';
export { type Values } from './trigger.ts';
