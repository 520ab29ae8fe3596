import { setImmediate } from 'node:timers/promises';
import { ExitCode, ProrlError } from "../errors.js";
import { VerifierFailure } from "../tasks/verifier-failure.js";
import { disposeGoodState, takeGoodState } from "../stages/guard.js";
import { act } from "./actions.js";
import { saveCheckpoint } from "./checkpoints.js";
import { measureSuite, plainNumbers, readingsOfSuite } from "./measure.js";
import { figures } from "./events.js";
import { emit, warn } from "./run.js";
import { appendSamples, cutSamples } from "./samples.js";
import { reinforceStep } from "./step.js";
import { supervisedStep } from "./supervised-step.js";
import { enterStage } from "./training.js";
/**
 * Runs training to its end: the base evaluation, then step by step what the controller decides, then
 * the final evaluation. `resumed`: the state comes from a checkpoint, and the base figures with it.
 * Throws a ProrlError where a guard gives up, and where a verifier fails and the pipeline does not say to go
 * on without it.
 */
export async function runLoop(run, resumed) {
    try {
        return await takeSteps(run, resumed);
    }
    catch (cause) {
        throw cause instanceof VerifierFailure ? await stopped(run, cause) : cause;
    }
}
async function takeSteps(run, resumed) {
    const { controller } = run.training;
    if (resumed)
        cutSamples(run.folder, controller.steps + (run.record.pending === null ? 0 : 1));
    else
        await start(run);
    let measured = resumed || controller.steps > 0 ? {} : run.record.base;
    let good = await goodState(run, controller.stage);
    while (controller.stage !== null) {
        // Computing never gives the event loop a turn: without one, a signal would not be seen.
        await setImmediate();
        if (run.options.signal?.aborted) {
            await saveCheckpoint(run, 'interrupt');
            disposeGoodState(good);
            return { status: 'interrupted', final: null };
        }
        if (run.options.maxSteps !== undefined && controller.steps >= run.options.maxSteps)
            break;
        const plan = controller.stage;
        const step = run.record.pending ?? (await takeStep(run, plan));
        run.record.pending = step;
        const due = new Set(controller.evaluationsDue().map((node) => node.config.suite));
        for (const suite of due) {
            step.measured[suite] ??= await measureSuite(run, suite, 'due', controller.step);
        }
        run.record.pending = null;
        measured = step.measured;
        const decisions = controller.observe({ metrics: readingsOf(step), tokens: step.tokens });
        // What a rolled-back policy got right says nothing of the one that goes on.
        if (!decisions.some((one) => (one.kind === 'guard' || one.kind === 'stop') && one.rollback)) {
            const sampler = run.training.samplers.get(plan.sample.config.mixture);
            for (const move of sampler.observe(step.passed))
                moved(run, plan, move);
        }
        for (const decision of decisions) {
            if (decision.kind === 'guard' && decision.rollback)
                measured = {};
            await act(run, plan, decision, good);
            if (decision.kind === 'stop') {
                throw new ProrlError(`The run was stopped: ${decision.why}.`, {
                    exitCode: ExitCode.runFailed,
                    hint: 'Lower the rate, raise the KL coefficient, or let the guard fire more often (at_most).',
                });
            }
        }
        disposeGoodState(good);
        good = await goodState(run, controller.stage);
    }
    disposeGoodState(good);
    if (!controller.done)
        await saveCheckpoint(run, 'end');
    const final = {};
    for (const suite of run.suites.keys()) {
        final[suite] = await measureSuite(run, suite, 'final', controller.steps, measured[suite]);
    }
    return { status: controller.done ? 'done' : 'stopped', final };
}
/** The base evaluation, and the first stage made ready. */
async function start(run) {
    const { controller } = run.training;
    const readings = {};
    for (const suite of run.suites.keys()) {
        const figures = await measureSuite(run, suite, 'base', 0);
        run.record.base[suite] = figures;
        Object.assign(readings, readingsOfSuite(suite, figures));
    }
    controller.begin(readings);
    if (controller.stage !== null) {
        await enterStage(run.training, controller.stage, null);
        run.record.stages.push({ id: controller.stage.id, firstStep: 1, steps: 0 });
    }
}
/** What the controller reads of a step and of the suites measured after it. */
function readingsOf({ metrics, measured }) {
    const suites = Object.entries(measured).map(([suite, figures]) => readingsOfSuite(suite, figures));
    return Object.assign(plainNumbers(metrics), ...suites);
}
/**
 * Ends a run whose verifier failed, at a checkpoint: nothing is lost, and it goes on once the verifier is mended.
 * Before the first step there is nothing to save.
 */
async function stopped(run, failure) {
    const begun = run.record.stages.length > 0;
    if (begun)
        await saveCheckpoint(run, 'failure');
    const then = begun
        ? `then go on where it stopped: \`prorl resume ${run.folder}\`. \`verify { on_failure: skip }\` in the stage leaves such responses out instead`
        : 'then run the pipeline again';
    const where = begun ? `in step ${run.training.controller.step}` : 'before the first step';
    return new ProrlError(`The run was stopped ${where}. ${failure.message}`, {
        exitCode: ExitCode.runFailed,
        hint: `${failure.hint ?? 'Mend the verifier.'} When it works again, ${then}.`,
        cause: failure,
    });
}
async function takeStep(run, plan) {
    const { controller } = run.training;
    const { step } = controller;
    run.options.onProgress?.({ phase: 'step', step, done: 0, of: 1 });
    const began = performance.now();
    const outcome = await undoneByFailure(run.training, () => plan.kind === 'reinforce' ? reinforceStep(run.training, plan) : supervisedStep(run.training, plan));
    if (run.options.samples !== undefined)
        appendSamples(run.folder, outcome.samples(run.options.samples));
    const metrics = { ...outcome.metrics, 'time.step': (performance.now() - began) / 1000 };
    for (const message of outcome.warnings)
        warn(run, message, step);
    const stage = run.record.stages.at(-1);
    if (stage !== undefined)
        stage.steps += 1;
    emit(run, {
        event: 'step',
        step,
        seconds: run.seconds(),
        stage: plan.id,
        stageStep: controller.stageSteps + 1,
        tokens: controller.tokens + outcome.tokens,
        metrics: figures(metrics),
    });
    return { metrics: figures(metrics), tokens: outcome.tokens, passed: outcome.passed, measured: {} };
}
/** Logs that the curriculum moved an entry. The controller has taken the step. */
function moved(run, plan, move) {
    emit(run, {
        event: 'curriculum',
        step: run.training.controller.steps,
        seconds: run.seconds(),
        stage: plan.id,
        mixture: plan.sample.config.mixture,
        ...move,
    });
}
/** A step that fails before its update leaves the mixtures as they were, so that it can be taken again. */
async function undoneByFailure({ samplers }, step) {
    const before = [...samplers.values()].map((sampler) => ({ sampler, state: sampler.state() }));
    try {
        return await step();
    }
    catch (cause) {
        for (const { sampler, state } of before)
            sampler.restore(state);
        throw cause;
    }
}
/** A copy to roll back to, where the stage has a guard that may. */
async function goodState(run, plan) {
    const needed = plan?.guards.some((guard) => guard.config.rollback) ?? false;
    return needed ? takeGoodState(run.training.controller.steps, run.training) : null;
}
