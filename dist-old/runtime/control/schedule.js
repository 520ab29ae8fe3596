import { scheduleValue } from "../graph/schedule-value.js";
/**
 * The value of a schedule as a step begins. A schedule over a metric that has no reading yet, or whose
 * reading is NaN, stands at its start value.
 */
export function valueAt(schedule, at) {
    return scheduleValue(schedule, position(schedule, at));
}
/** The value of a schedule of counts: between whole ends it moves through fractions, which are rounded. */
export function countAt(schedule, at) {
    return Math.round(valueAt(schedule, at));
}
function position(schedule, at) {
    if (schedule.over === 'steps')
        return at.steps;
    if (schedule.over === 'tokens')
        return at.tokens;
    return at.metrics[schedule.over.metric] ?? Number.NaN;
}
