import { problem } from "../diagnostics/index.js";
import { counted } from "../types/units.js";
import { isTest } from "./rule.js";
import { longestOf, metricsRead } from "./walk.js";
/** What comes every so many steps comes at least once before the run ends. */
export const periods = {
    pipeline(pipeline, check) {
        const end = endOf(pipeline);
        if (end === null || isTest(pipeline))
            return;
        const { checkpoint } = pipeline;
        if (checkpoint !== null && checkpoint.every.value.value > end.steps) {
            late(check, end, checkpoint.every.span ?? checkpoint.span, {
                what: `no checkpoint is taken: the first would come at step ${checkpoint.every.value.value}`,
                reason: 'Only the last policy is kept then, and a run that is interrupted starts again.',
            });
        }
        const read = new Set(pipeline.runs.flatMap((run) => metricsRead(run, check).map(({ metric }) => metric.split('.')[0])));
        for (const { suite, every, span } of pipeline.evaluates) {
            const name = suite.declaration.name.text;
            if (every.value.value <= end.steps || !read.has(name))
                continue;
            late(check, end, every.span ?? span, {
                what: `"${name}" is never evaluated during the run: the first time would be step ${every.value.value}`,
                reason: 'A condition or schedule of this pipeline reads its metrics, which stay as they were before the first step.',
            });
        }
    },
};
/** The step after which the run has surely ended; null: nothing bounds it. */
function endOf({ runs }) {
    let steps = 0;
    for (const run of runs) {
        const length = longestOf(run);
        if (length === null)
            return null;
        steps += length;
    }
    const last = runs.at(-1);
    return last === undefined ? null : { steps, span: last.until?.span ?? last.span };
}
function late(check, end, span, { what, reason }) {
    check.report(problem('G0527', span, what, {
        label: 'longer than the run',
        secondary: [
            { span: end.span, text: `the run ends here, after ${counted(end.steps, 'steps')} at the latest` },
        ],
        severity: 'warning',
        reason,
    }));
}
