import { stageMetrics } from "../../runtime/graph/metrics.js";
import { nearestFix, problem } from "../diagnostics/index.js";
import { metricsOfMixture } from "../types/infer/metrics.js";
/** An audit compares what a stage gives with what an evaluated suite gives, each metric once. */
export const audits = {
    pipeline: (pipeline, check) => look(pipeline, check),
    test: ({ plan }, check) => look(plan, check, true),
};
function look(plan, check, isTest = false) {
    const seen = new Map();
    for (const { metric, against, span } of plan.audits) {
        const name = metric.value.name;
        const earlier = seen.get(name);
        if (earlier !== undefined) {
            check.report(problem('N0206', span, `"${name}" is audited twice`, {
                secondary: [{ span: earlier, text: 'first here' }],
                reason: `The metric "audit.${name}" could be only one of them.`,
            }));
        }
        seen.set(name, span);
        const given = stepMetrics(plan);
        if (plan.runs.length > 0 && !given.includes(name)) {
            check.report(problem('C0605', metric.span ?? span, `no stage of the pipeline gives "${name}" at its steps`, {
                label: 'nothing to audit',
                reason: 'What is audited is a figure of training, such as reward.mean or task.chain_sum.correct.',
                fix: nearestFix(metric.span ?? span, name, given),
            }));
        }
        const counter = against.value.name;
        const suites = plan.evaluates.map((one) => one.suite.declaration.name.text);
        if (isTest || suites.some((suite) => counter.startsWith(`${suite}.`)))
            continue;
        check.report(problem('C0605', against.span ?? span, `"${counter}" is no figure of a suite that the pipeline evaluates`, {
            label: 'a counter-metric is held out',
            reason: 'A reward is audited against problems that training never sees: evaluate SUITE every N steps, and name one of its figures.',
        }));
    }
}
function stepMetrics(plan) {
    return plan.runs.flatMap(({ stage }) => {
        const drawn = stage.fields.get('mixture')?.value;
        const own = stageMetrics(stage.kind).map((one) => one.name);
        if (drawn?.kind !== 'mixture')
            return own;
        return [...own, ...metricsOfMixture(stage.kind, drawn.mixture).map((one) => one.name)];
    });
}
