import { problem } from "../diagnostics/index.js";
import { asNumber } from "../types/settled.js";
/** A filter of groups keeps some. */
export const filters = {
    stage(stage, check) {
        for (const keep of stage.keeps) {
            const value = asNumber(keep.value);
            if (value === undefined)
                continue;
            const below = (keep.by === '<' && value <= 0) || (keep.by === '<=' && value < 0);
            const above = (keep.by === '>' && value >= 1) || (keep.by === '>=' && value > 1);
            const none = (below && keep.metric !== 'reward.mean') || (above && keep.metric === 'score.mean');
            if (!none)
                continue;
            check.report(problem('G0522', keep.span, `no group has ${keep.metric} ${keep.by} ${value}`, {
                label: 'keeps nothing',
                reason: keep.metric === 'score.mean'
                    ? 'Scores lie between 0 and 1.'
                    : 'A standard deviation is never less than 0.',
            }));
        }
    },
};
