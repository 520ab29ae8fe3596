import { scheduleRange } from "../../runtime/graph/schedule-value.js";
import { problem } from "../diagnostics/index.js";
import { asSchedule, stageValue } from "../types/settled.js";
/** Advantages are made within a group, which takes two responses. */
export const groupSize = {
    stage(stage, check) {
        if (stage.kind !== 'reinforce')
            return;
        const samples = stageValue(stage, 'rollout.samples');
        const sizes = asSchedule(samples);
        if (sizes === undefined || Math.round(scheduleRange(sizes).least) >= 2)
            return;
        const estimator = stageValue(stage, 'advantage.estimator');
        const name = estimator?.value.kind === 'word' ? estimator.value.value : 'group_norm';
        if (name === 'reinforce')
            return;
        check.report(problem('G0506', samples?.span ?? stage.span, 'a group of one response teaches nothing', {
            label: 'at least 2',
            secondary: estimator?.span
                ? [{ span: estimator.span, text: 'compares the responses of a group' }]
                : [],
            reason: `The estimator ${name} compares each response with the others to the same problem; alone, its advantage is always 0.`,
        }));
    },
};
