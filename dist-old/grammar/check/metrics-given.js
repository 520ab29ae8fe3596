import { auditMetric, isAuditMetric, isMixtureMetric, stageMetrics } from "../../runtime/graph/metrics.js";
import { listed, nearestFix, problem } from "../diagnostics/index.js";
import { entryNames } from "../types/entry-names.js";
import { metricsOfMixture } from "../types/infer/metrics.js";
import { isTest } from "./rule.js";
import { metricsRead } from "./walk.js";
/** What a stage reads is given by the stage itself or by a suite that the pipeline evaluates. */
export const metricsGiven = {
    run(run, plan, check) {
        const seen = new Set();
        for (const read of metricsRead(run, check)) {
            const key = `${read.metric}@${read.span.file}:${read.span.start}`;
            if (seen.has(key))
                continue;
            seen.add(key);
            const found = whyNot(read, run, plan);
            if (found !== undefined)
                check.report(found);
        }
    },
};
function whyNot({ metric, span }, run, plan) {
    const { stage } = run;
    const own = stageMetrics(stage.kind).some((one) => one.name === metric);
    if (own && (metric.startsWith('kl.') ? stage.blocks.has('kl') : true))
        return undefined;
    if (own) {
        return problem('G0504', span, `"${metric}" has no value in the stage "${stage.name}"`, {
            label: 'without a kl block there is no KL',
            reason: 'KL is measured against the reference policy, which only a kl block brings: for example kl { coefficient: 0 } measures it and weighs nothing.',
        });
    }
    if (isAuditMetric(metric))
        return auditProblem(metric, span, plan);
    if (isMixtureMetric(metric))
        return mixtureProblem(metric, span, run);
    const [head = ''] = metric.split('.');
    const other = stage.kind === 'reinforce' ? 'supervised' : 'reinforce';
    if (stageMetrics(other).some((one) => one.name === metric)) {
        return problem('G0504', span, `a ${stage.kind} stage gives no metric "${metric}"`, {
            label: `only ${other} stages do`,
            secondary: [{ span: stage.span, text: `run here as a ${stage.kind} stage` }],
        });
    }
    if (isTest(plan) || plan.evaluates.some((one) => one.suite.declaration.name.text === head))
        return undefined;
    const evaluated = plan.evaluates.map((one) => one.suite.declaration.name.text);
    return problem('G0504', span, `"${metric}" never has a value: the suite "${head}" is not evaluated`, {
        label: 'read here',
        secondary: [
            {
                span: plan.span,
                text: evaluated.length === 0
                    ? 'this pipeline evaluates nothing'
                    : `this pipeline evaluates only ${listed(evaluated, 'and')}`,
            },
        ],
        reason: `A suite's metrics are known after each evaluation. Write for example "evaluate ${head} every 25 steps" in the pipeline.`,
    });
}
function mixtureProblem(metric, span, { stage }) {
    const drawn = stage.fields.get('mixture')?.value;
    if (drawn?.kind !== 'mixture')
        return undefined;
    const { mixture } = drawn;
    const given = metricsOfMixture(stage.kind, mixture).map((one) => one.name);
    if (given.includes(metric))
        return undefined;
    const name = mixture.declaration.name.text;
    const [family = '', of = ''] = metric.split('.');
    const same = given.filter((one) => one.startsWith(`${family}.`) && one.split('.').length === metric.split('.').length);
    const fix = nearestFix(span, metric, same);
    const names = entryNames(mixture.entries.map((one) => one.task?.name ?? ''));
    if (family !== 'domain' && !names.includes(of)) {
        return problem('G0504', span, `the mixture "${name}" has no entry "${of}"`, {
            label: metric,
            reason: `Its entries are ${listed(names, 'and')}.`,
            fix,
        });
    }
    return problem('G0504', span, `nothing gives "${metric}" in the stage "${stage.name}"`, {
        label: stage.kind === 'supervised' ? 'a supervised stage has no pass rates' : `not with "${name}"`,
        reason: whyNoMetric(family, name),
        fix,
    });
}
function whyNoMetric(family, mixture) {
    if (family === 'curriculum')
        return `A level moves where the mixture "${mixture}" has a curriculum and the entry is given levels: chain_sum(level: 1..4).`;
    if (family === 'domain')
        return `No task of the mixture "${mixture}" is of that domain.`;
    return 'Pass rates come from sampled responses, which only reinforce stages have.';
}
function auditProblem(metric, span, { audits }) {
    const given = audits.map((one) => auditMetric(one.metric.value.name));
    if (given.includes(metric))
        return undefined;
    const audited = metric.slice('audit.'.length);
    return problem('G0504', span, `nothing audits "${audited}"`, {
        label: metric,
        reason: `Write in the pipeline: audit ${audited} against SUITE.pass@1.`,
        fix: nearestFix(span, metric, given),
    });
}
