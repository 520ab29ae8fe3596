import { jsonNumber } from "../control/index.js";
import { stagePlan } from "../graph/index.js";
import { rollBack } from "../stages/guard.js";
import { reset } from "../stages/reset.js";
import { bestPolicy, saveCheckpoint } from "./checkpoints.js";
import { figures } from "./events.js";
import { emit, warn } from "./run.js";
import { enterStage } from "./training.js";
/** Does what the controller decided after a step of the stage `plan`, and logs it. */
export async function act(run, plan, decision, good) {
    switch (decision.kind) {
        case 'guard':
        case 'stop':
            return guard(run, plan, decision, good);
        case 'audit': {
            const { node, values, finding } = decision;
            const { step, seconds } = { step: run.training.controller.steps, seconds: run.seconds() };
            const { divergence, diverges } = finding;
            return emit(run, {
                event: 'audit',
                step,
                seconds,
                node: node.id,
                ...node.config,
                values: figures(values),
                divergence: jsonNumber(divergence),
                diverges,
            });
        }
        case 'reset':
            return resetNow(run, plan, decision);
        case 'transition':
            return transition(run, plan, decision);
        case 'checkpoint':
            return saveCheckpoint(run, 'due', bestOf(decision));
    }
}
function guard(run, plan, decision, good) {
    const { node, values, rollback } = decision;
    const { controller } = run.training;
    if (rollback && good !== null)
        rollBack(good, run.training);
    const step = controller.steps;
    const details = {
        stage: plan.id,
        node: node.id,
        trigger: node.config.whenText,
        values: figures(values),
        restored: rollback && good !== null ? good.step : null,
        rateScale: controller.rateScale,
    };
    run.record.guards.push({ step, ...details });
    emit(run, {
        event: 'guard',
        step,
        seconds: run.seconds(),
        ...details,
        count: decision.kind === 'guard' ? decision.fired : node.config.atMost + 1,
        atMost: node.config.atMost,
    });
}
function resetNow(run, plan, { node, values, fired }) {
    const { training } = run;
    const step = training.controller.steps;
    const { reference, optimizer, whenText } = node.config;
    const from = node.config.to;
    const best = reference && from.source === 'best' ? bestPolicy(run, from.metric) : null;
    if (reference && from.source === 'best' && best === null) {
        const why = `no checkpoint is the best by ${from.metric} yet`;
        warn(run, `The reset after step ${step} took the current policy as the reference: ${why}.`, step);
    }
    const what = { reference, optimizer };
    reset(what, { ...training, reference: training.reference?.policy ?? null }, best?.policy);
    best?.policy.dispose();
    const to = best !== null && from.source === 'best'
        ? { source: 'best', metric: from.metric, step: best.step }
        : { source: 'current' };
    if (reference && training.reference !== null)
        training.reference.origin = { source: to.source, step: best?.step ?? step };
    const details = {
        // The stage whose clause it is: one that begins is not the one whose step was taken.
        stage: node.stage ?? plan.id,
        node: node.id,
        trigger: whenText,
        values: figures(values),
        ...what,
        to,
    };
    run.record.resets.push({ step, ...details });
    emit(run, { event: 'reset', step, seconds: run.seconds(), ...details, count: fired });
}
async function transition(run, plan, decision) {
    const { from, to, node, values } = decision;
    const { controller } = run.training;
    emit(run, {
        event: 'transition',
        step: controller.steps,
        seconds: run.seconds(),
        from,
        to,
        trigger: node.config.untilText,
        values: figures(values),
    });
    if (to === null)
        return;
    await enterStage(run.training, stagePlan(run.graph, to), plan);
    run.record.stages.push({ id: to, firstStep: controller.steps + 1, steps: 0 });
}
function bestOf({ node, values, best }) {
    const metric = node.config.keepBestBy;
    const value = metric === null ? undefined : values[metric];
    return best && metric !== null && value !== undefined ? { metric, value } : null;
}
