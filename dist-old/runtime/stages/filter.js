import { mean, standardDeviation } from "./statistics.js";
/**
 * Whether a group stays: every condition must hold for its shaped rewards or raw scores. Null keeps all.
 * `reward.std > 0` is DAPO's dynamic sampling (arXiv:2503.14476, eq. 11): groups that teach nothing are
 * dropped, and the step is smaller for it, or samples others in their place.
 */
export function keepsGroup(conditions, rewards_S, scores_S) {
    return conditions === null || conditions.every((one) => holds(one, rewards_S, scores_S));
}
function holds(one, rewards_S, scores_S) {
    const value = measure(one.metric, rewards_S, scores_S);
    switch (one.by) {
        case '>':
            return value > one.value;
        case '>=':
            return value >= one.value;
        case '<':
            return value < one.value;
        case '<=':
            return value <= one.value;
    }
}
function measure(metric, rewards_S, scores_S) {
    switch (metric) {
        case 'reward.std':
            return standardDeviation(rewards_S);
        case 'reward.mean':
            return mean(rewards_S);
        case 'score.mean':
            return mean(scores_S);
    }
}
