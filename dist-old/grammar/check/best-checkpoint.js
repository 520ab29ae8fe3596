import { stageMetrics } from "../../runtime/graph/metrics.js";
import { problem } from "../diagnostics/index.js";
/** The best checkpoint is found by a metric that is known when checkpoints are taken. */
export const bestCheckpoint = {
    pipeline(pipeline, check) {
        const { checkpoint } = pipeline;
        if (checkpoint?.keepBestBy)
            byKnownMetric(pipeline, check);
        const best = checkpoint?.keepBestBy?.value.name;
        for (const { stage } of pipeline.runs) {
            for (const { to } of stage.resets) {
                if (to.source !== 'best' || to.metric.value.kind !== 'metric' || to.metric.value.name === best)
                    continue;
                const { name } = to.metric.value;
                check.report(problem('G0509', to.metric.span ?? stage.span, `no checkpoint is kept that is best by "${name}"`, {
                    label: 'there is nothing to go back to',
                    secondary: [
                        {
                            span: checkpoint?.span ?? pipeline.span,
                            text: checkpoint ? 'keeps others' : 'this pipeline keeps no checkpoints',
                        },
                    ],
                    reason: `Write "checkpoint every N steps, keep best by ${name}" in the pipeline.`,
                }));
            }
        }
    },
};
function byKnownMetric(pipeline, check) {
    const { every, keepBestBy } = pipeline.checkpoint;
    const name = keepBestBy.value.name;
    const span = keepBestBy.span;
    const suite = name.split('.')[0] ?? '';
    const evaluate = pipeline.evaluates.find((one) => one.suite.declaration.name.text === suite);
    if (evaluate !== undefined) {
        const [saved, known] = [every.value.value, evaluate.every.value.value];
        if (saved % known === 0)
            return;
        check.report(problem('G0509', span, `"${name}" is not known at every checkpoint`, {
            label: `known every ${known} steps, asked for every ${saved}`,
            secondary: [
                ...(every.span ? [{ span: every.span, text: 'checkpoints' }] : []),
                ...(evaluate.every.span ? [{ span: evaluate.every.span, text: 'evaluations' }] : []),
            ],
            reason: 'A checkpoint can only be the best by an evaluation of the same step: the checkpoints must come at a multiple of the evaluations.',
        }));
        return;
    }
    const lacks = pipeline.runs.find((run) => !stageMetrics(run.stage.kind).some((one) => one.name === name));
    if (lacks === undefined && pipeline.runs.length > 0)
        return;
    check.report(problem('G0509', span, `"${name}" is never known: the suite "${suite}" is not evaluated`, {
        secondary: [{ span: pipeline.span, text: 'in this pipeline' }],
        reason: `Write for example "evaluate ${suite} every ${every.value.value} steps", or keep the best by another metric.`,
    }));
}
