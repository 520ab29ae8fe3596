import type { ResolvedModule } from '../types/infer/program.ts';
import type { MixtureUse, ResolvedPipeline, SuiteUse } from '../types/value.ts';
import { adapters } from './adapters.ts';
import { audits } from './audits.ts';
import { batchDivides } from './batch-divides.ts';
import { bestCheckpoint } from './best-checkpoint.ts';
import { curricula } from './curricula.ts';
import { dataFiles } from './data-files.ts';
import { filters } from './filters.ts';
import { groupSize } from './group-size.ts';
import { guards } from './guards.ts';
import { klTarget } from './kl-target.ts';
import { lossChoices } from './loss-choices.ts';
import { metricsGiven } from './metrics-given.ts';
import { mixtureWeights } from './mixture-weights.ts';
import { modelContext } from './model-context.ts';
import { modelShape } from './model-shape.ts';
import { neverFires } from './never-fires.ts';
import { overlap } from './overlap.ts';
import { periods } from './periods.ts';
import { penalties } from './penalties.ts';
import { pipelineWhole } from './pipeline-whole.ts';
import { refills } from './refills.ts';
import { requiredFields } from './required-fields.ts';
import { resets } from './resets.ts';
import type { Check, Rule } from './rule.ts';
import { scheduleLengths } from './schedule-lengths.ts';
import { stageConditions } from './stage-conditions.ts';
import { stageEnds } from './stage-ends.ts';
import { passAtK } from './suites.ts';
import { taskCode } from './task-code.ts';
import { tests } from './tests.ts';

export type { Check, Rule } from './rule.ts';

/** Every rule that looks at the program once its names and types are known. */
export const rules: readonly Rule[] = [
  pipelineWhole,
  requiredFields,
  stageEnds,
  metricsGiven,
  neverFires,
  stageConditions,
  resets,
  groupSize,
  batchDivides,
  penalties,
  lossChoices,
  klTarget,
  refills,
  filters,
  guards,
  passAtK,
  mixtureWeights,
  curricula,
  audits,
  bestCheckpoint,
  periods,
  scheduleLengths,
  modelShape,
  modelContext,
  adapters,
  overlap,
  taskCode,
  dataFiles,
  tests,
];

/** Asks every rule about every part of a module. */
export function checkModule(resolved: ResolvedModule, check: Check): void {
  for (const value of resolved.values) {
    if (value.kind === 'mixture') mixture(value.mixture, check);
    if (value.kind === 'suite') suite(value.suite, check);
    if (value.kind === 'trigger') for (const rule of rules) rule.trigger?.(value.trigger, check);
    if (value.kind === 'task') for (const rule of rules) rule.task?.(value.task, check);
    if (value.kind === 'verifier') for (const rule of rules) rule.verifier?.(value.verifier, check);
    if (value.kind === 'model') for (const rule of rules) rule.model?.(value.model, check);
  }
  for (const stage of resolved.stages) for (const rule of rules) rule.stage?.(stage, check);
  for (const pipeline of resolved.pipelines) {
    plan(pipeline, check);
    for (const rule of rules) rule.pipeline?.(pipeline, check);
  }
  for (const test of resolved.tests) {
    plan(test.plan, check);
    if (test.plan.sound) for (const rule of rules) rule.test?.(test, check);
  }
}

function plan(pipeline: ResolvedPipeline, check: Check): void {
  for (const one of pipeline.evaluates) suite(one.suite, check);
  for (const run of pipeline.runs) {
    const drawn = run.stage.fields.get('mixture')?.value;
    if (drawn?.kind === 'mixture') mixture(drawn.mixture, check);
    for (const rule of rules) {
      rule.stage?.(run.stage, check);
      rule.run?.(run, pipeline, check);
    }
  }
}

function mixture(use: MixtureUse, check: Check): void {
  for (const rule of rules) rule.mixture?.(use, check);
}

function suite(use: SuiteUse, check: Check): void {
  for (const rule of rules) rule.suite?.(use, check);
  const tasks = use.fields.get('tasks')?.value;
  if (tasks?.kind === 'mixture') mixture(tasks.mixture, check);
}
