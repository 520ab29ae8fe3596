import { problem } from "../diagnostics/index.js";
import { after } from "../span.js";
/** A stage ends some day, and says when. */
export const stageEnds = {
    run(run, _plan, check) {
        if (run.until === null) {
            check.report(problem('G0502', run.span, `nothing ends the stage "${run.stage.name}"`, {
                label: 'it would run for ever',
                reason: 'Say how long it runs, "for 300 steps", or until when, "until 300 steps or heldout.pass@1 >= 95%".',
                fix: {
                    title: 'write "for 100 steps" after it',
                    edits: [{ span: after(run.span), text: ' for 100 steps' }],
                },
            }));
        }
        else if (run.until.value.kind === 'trigger' && !bounded(run.until.value.trigger)) {
            check.report(problem('G0515', run.until.span, `the stage "${run.stage.name}" may never end`, {
                label: 'no number of steps or tokens bounds it',
                severity: 'warning',
                reason: 'If the metrics never get there, the run goes on until someone stops it. A bound makes sure: "... or 1000 steps".',
                fix: {
                    title: 'write "or 1000 steps" after it',
                    edits: [{ span: after(run.until.span), text: ' or 1000 steps' }],
                },
            }));
        }
    },
};
function bounded(trigger) {
    switch (trigger.op) {
        case 'reached':
        case 'every':
            return true;
        case 'or':
            return trigger.of.some(bounded);
        case 'and':
            return trigger.of.every(bounded);
        default:
            return false;
    }
}
