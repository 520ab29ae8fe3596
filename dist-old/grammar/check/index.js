import { audits } from "./audits.js";
import { batchDivides } from "./batch-divides.js";
import { bestCheckpoint } from "./best-checkpoint.js";
import { curricula } from "./curricula.js";
import { dataFiles } from "./data-files.js";
import { filters } from "./filters.js";
import { groupSize } from "./group-size.js";
import { guards } from "./guards.js";
import { klTarget } from "./kl-target.js";
import { lossChoices } from "./loss-choices.js";
import { metricsGiven } from "./metrics-given.js";
import { mixtureWeights } from "./mixture-weights.js";
import { modelContext } from "./model-context.js";
import { modelShape } from "./model-shape.js";
import { neverFires } from "./never-fires.js";
import { overlap } from "./overlap.js";
import { periods } from "./periods.js";
import { penalties } from "./penalties.js";
import { pipelineWhole } from "./pipeline-whole.js";
import { refills } from "./refills.js";
import { requiredFields } from "./required-fields.js";
import { resets } from "./resets.js";
import { scheduleLengths } from "./schedule-lengths.js";
import { stageEnds } from "./stage-ends.js";
import { passAtK } from "./suites.js";
import { taskCode } from "./task-code.js";
import { tests } from "./tests.js";
/** Every rule that looks at the program once its names and types are known. */
export const rules = [
    pipelineWhole,
    requiredFields,
    stageEnds,
    metricsGiven,
    neverFires,
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
    overlap,
    taskCode,
    dataFiles,
    tests,
];
/** Asks every rule about every part of a module. */
export function checkModule(resolved, check) {
    for (const value of resolved.values) {
        if (value.kind === 'mixture')
            mixture(value.mixture, check);
        if (value.kind === 'suite')
            suite(value.suite, check);
        if (value.kind === 'trigger')
            for (const rule of rules)
                rule.trigger?.(value.trigger, check);
        if (value.kind === 'task')
            for (const rule of rules)
                rule.task?.(value.task, check);
        if (value.kind === 'verifier')
            for (const rule of rules)
                rule.verifier?.(value.verifier, check);
        if (value.kind === 'model')
            for (const rule of rules)
                rule.model?.(value.model, check);
    }
    for (const stage of resolved.stages)
        for (const rule of rules)
            rule.stage?.(stage, check);
    for (const pipeline of resolved.pipelines) {
        plan(pipeline, check);
        for (const rule of rules)
            rule.pipeline?.(pipeline, check);
    }
    for (const test of resolved.tests) {
        plan(test.plan, check);
        if (test.plan.sound)
            for (const rule of rules)
                rule.test?.(test, check);
    }
}
function plan(pipeline, check) {
    for (const one of pipeline.evaluates)
        suite(one.suite, check);
    for (const run of pipeline.runs) {
        const drawn = run.stage.fields.get('mixture')?.value;
        if (drawn?.kind === 'mixture')
            mixture(drawn.mixture, check);
        for (const rule of rules) {
            rule.stage?.(run.stage, check);
            rule.run?.(run, pipeline, check);
        }
    }
}
function mixture(use, check) {
    for (const rule of rules)
        rule.mixture?.(use, check);
}
function suite(use, check) {
    for (const rule of rules)
        rule.suite?.(use, check);
    const tasks = use.fields.get('tasks')?.value;
    if (tasks?.kind === 'mixture')
        mixture(tasks.mixture, check);
}
