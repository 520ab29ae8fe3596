import { loadOf, limitsWithin } from "../graph/memory.js";
import { memoryLines } from "../graph/memory-arithmetic.js";
import { stagePlan } from "../graph/resolve.js";
import { greatest } from "../graph/schedule-value.js";
import { bounds } from "./bounds.js";
import { typicalUtilisation } from "./machine.js";
/** Half of the limit: nothing is known before the run, and long-reasoning runs were between a third and two thirds. */
export const defaultMeanLength = { share: 0.5 };
/** A worked solution of the standard tasks, in tokens of a byte-level tokenizer: 10 to 60. */
const solutionTokens = 32;
/**
 * Tokens, memory and time of a whole run, from its graph. Each token costs 2 N operations forward (rollout,
 * evaluation, reference) and 6 N forward and backward (update), N being the parameters (arXiv:2001.08361,
 * section 2.1; attention over the context is left out). Prompts are left out too. A stage that may end by
 * a condition is counted at its full length.
 */
export function estimate(graph, assumptions, valueAt) {
    const mean = (limit) => 'share' in assumptions.meanLength
        ? limit * assumptions.meanLength.share
        : Math.min(limit, assumptions.meanLength.tokens);
    const limits = bounds(graph);
    const stages = limits.stages.map(({ id, from, steps }) => stageEstimate(graph, id, from ?? 0, steps, mean, valueAt));
    const evaluations = limits.evaluations.map(({ suite: name, times }) => {
        const { problems, samples, maxTokens } = graph.suites[name];
        const length = mean(maxTokens);
        return {
            suite: name,
            times,
            problems,
            samples,
            length,
            tokens: (times ?? 0) * problems * samples * length,
        };
    });
    const tokens = {
        rollout: sum(stages.map(({ rollout }) => rollout)),
        evaluation: sum(evaluations.map((one) => one.tokens)),
        reference: sum(stages.map(({ reference }) => reference)),
        update: sum(stages.map(({ update }) => update)),
    };
    const { size, machine } = assumptions;
    const flops = size && {
        rollout: 2 * size.parameters * (tokens.rollout + tokens.evaluation),
        reference: 2 * size.parameters * tokens.reference,
        update: 6 * size.parameters * tokens.update,
    };
    const utilisation = machine && {
        rollout: assumptions.rolloutUtilisation ?? typicalUtilisation(machine.accelerator).rollout,
        training: assumptions.trainingUtilisation ?? typicalUtilisation(machine.accelerator).training,
    };
    return {
        assumptions,
        stages,
        evaluations,
        tokens,
        memory: size && memory(graph, size),
        local: size && localMemory(graph, size, assumptions.local),
        flops,
        hours: flops && machine && utilisation && hours(flops, machine, utilisation),
        utilisation,
    };
}
function stageEstimate(graph, id, from, steps, mean, valueAt) {
    const plan = stagePlan(graph, id);
    const over = Array.from({ length: Math.max(1, steps ?? 1) }, (_, i) => from + i);
    const average = (of) => sum(over.map(of)) / over.length;
    const counted = (schedule) => (step) => countOf(schedule, step, valueAt);
    const promptsAt = counted(plan.sample.config.prompts);
    const prompts = average(promptsAt);
    if (plan.kind === 'supervised') {
        const update = (steps ?? 0) * prompts * solutionTokens;
        return { id, steps, prompts, samples: 1, length: solutionTokens, rollout: 0, reference: 0, update };
    }
    const samplesAt = counted(plan.rollout.config.samples);
    const limitAt = counted(plan.rollout.config.maxTokens);
    const samples = average((step) => promptsAt(step) * samplesAt(step)) / prompts;
    const each = average((step) => promptsAt(step) * samplesAt(step) * mean(limitAt(step)));
    const length = each / (prompts * samples);
    const rollout = (steps ?? 0) * each;
    return {
        id,
        steps,
        prompts,
        samples,
        length,
        rollout,
        // A correction has the policy's own log-probabilities found anew: one more pass of the same kind.
        reference: (plan.update.config.kl ? rollout : 0) + (plan.update.config.correction ? rollout : 0),
        update: rollout,
    };
}
/** A count at a step. Tokens sampled and metrics are not known before the run: the greatest count stands for them. */
function countOf(schedule, step, valueAt) {
    if (schedule.over === 'steps')
        return Math.round(valueAt(schedule, step));
    return greatest(schedule);
}
/** In 32 bits, as this runtime keeps them; activations and a trainer's copies are left out. */
function memory(graph, { parameters, shape }) {
    const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
    const reference = plans.some(({ update }) => update.config.kl !== null);
    const cached = plans.map((plan) => plan.kind === 'reinforce'
        ? greatest(plan.rollout.config.samples) * greatest(plan.rollout.config.maxTokens)
        : 0);
    return {
        policy: 4 * parameters,
        gradients: 4 * parameters,
        moments: 8 * parameters,
        reference: reference ? 4 * parameters : 0,
        cache: shape === null
            ? null
            : 4 * 2 * shape.layers * shape.keyValueHeads * shape.headWidth * Math.max(0, ...cached),
    };
}
function localMemory(graph, { shape }, { memory: budget, most }) {
    if (shape === null)
        return null;
    const load = loadOf(graph, shape);
    const limits = limitsWithin(budget, shape, load, most);
    return {
        lines: memoryLines(shape, load, limits ?? { rows: load.longest, sequences: 1 }),
        fits: limits !== null,
    };
}
function hours(flops, { count, accelerator }, utilisation) {
    const at = (operations, share) => operations / (accelerator.peak * share) / 3600;
    const rollout = at(flops.rollout, utilisation.rollout);
    const reference = at(flops.reference, utilisation.training);
    const update = at(flops.update, utilisation.training);
    const total = rollout + reference + update;
    return { rollout, reference, update, total, wall: total / count };
}
const sum = (values) => values.reduce((a, b) => a + b, 0);
