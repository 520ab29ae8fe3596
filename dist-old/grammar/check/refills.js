import { problem } from "../diagnostics/index.js";
import { asNumber, stageValue } from "../types/settled.js";
/** Groups are sampled anew only where a filter drops some. */
export const refills = {
    stage(stage, check) {
        const refill = stageValue(stage, 'rollout.refill');
        if (!refill?.span || !((asNumber(refill) ?? 0) > 0) || stage.keeps.length > 0)
            return;
        check.report(problem('G0530', refill.span, '"rollout.refill" is written, but nothing drops groups', {
            label: 'no group will ever be missing',
            reason: 'It samples anew as many prompts as the filter has dropped groups: for example keep groups where reward.std > 0.',
        }));
    },
};
