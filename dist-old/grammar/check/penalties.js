import { problem } from "../diagnostics/index.js";
import { scheduleValues } from "../types/infer/fit.js";
import { asSchedule, stageValue } from "../types/settled.js";
/** One of two penalties for the same thing hides the other. */
export const penalties = {
    stage(stage, check) {
        if (stage.kind !== 'reinforce')
            return;
        cacheFits(stage, check);
        const overlong = overlongOf(stage);
        const truncated = written(stage, 'reward.truncated', (values) => values.some((one) => one !== 0));
        const keeps = written(stage, 'reward.stop_properly', (values) => values.some((one) => one < 1));
        const cosine = stage.blocks.get('cosine_length') ?? null;
        const largest = 'and once here: the overlong penalty is at its largest at the limit';
        const truncation = 'a truncated response is punished twice';
        if (truncated && overlong) {
            twice(check, truncation, [truncated, 'once here'], [overlong, largest], 'overlong');
        }
        else if (keeps && overlong) {
            twice(check, truncation, [keeps, 'once here'], [overlong, largest], 'overlong');
        }
        else if (keeps && truncated) {
            twice(check, truncation, [keeps, 'once here'], [truncated, 'and once here'], 'sum');
        }
        if (cosine && overlong)
            twice(check, 'length is punished twice', [cosine, 'once here'], [overlong, 'and once here'], 'sum');
        if (keeps)
            halvedLoss(stage, keeps, check);
    },
};
function cacheFits(stage, check) {
    const cache = stageValue(stage, 'overlong.cache');
    const widest = largest(cache);
    const longest = largest(stageValue(stage, 'rollout.max_tokens'));
    if (!cache?.span || widest === undefined || longest === undefined || widest <= longest)
        return;
    check.report(problem('T0304', cache.span, `the overlong penalty would begin before the response`, {
        label: `responses have at most ${longest} tokens`,
        reason: 'It grows over the last "cache" tokens before the limit. With more than the limit every response is punished from its first token on.',
    }));
}
/** Where the overlong penalty is written, where it is one. */
function overlongOf(stage) {
    const block = stage.blocks.get('overlong');
    return block === undefined || largest(stageValue(stage, 'overlong.scale')) === 0 ? null : block;
}
function written(stage, path, counts) {
    const sourced = stageValue(stage, path);
    const schedule = asSchedule(sourced);
    return schedule !== undefined && counts(scheduleValues(schedule)) ? (sourced?.span ?? null) : null;
}
const whyTwice = {
    overlong: 'The two add up, and the jump at the limit hides the slope that the overlong penalty is for. Keep one of them.',
    sum: 'The two add up, and what each of them does cannot be told apart. Keep one of them.',
};
function twice(check, message, [first, label], [second, text], why) {
    check.report(problem('G0512', first, message, {
        label,
        secondary: [{ span: second, text }],
        severity: 'warning',
        reason: whyTwice[why],
    }));
}
/** A share of a loss is a smaller loss: a wrong response would better be cut off than end. */
function halvedLoss(stage, keeps, check) {
    const incorrect = written(stage, 'reward.incorrect', (values) => values.some((one) => one < 0));
    if (incorrect === null)
        return;
    check.report(problem('G0531', keeps, 'a wrong response loses less when it is cut off', {
        label: 'the share that it keeps of its reward',
        secondary: [{ span: incorrect, text: 'of a reward below 0' }],
        severity: 'warning',
        reason: 'stop_properly takes a share of what is earned away; of a loss it takes a share away too. Let wrong responses earn 0, or punish truncation by reward.truncated.',
    }));
}
/** The largest value that a schedule comes to; undefined where it is open. */
function largest(sourced) {
    const schedule = asSchedule(sourced);
    return schedule && Math.max(...scheduleValues(schedule));
}
