import { number, plural } from "./format.js";
/** A trigger in words, much as one would write it in a pipeline. */
export function triggerWords(trigger) {
    switch (trigger.op) {
        case 'compare':
            return `${operand(trigger.left)} ${trigger.by} ${typeof trigger.right === 'number' ? value(trigger.left.metric, trigger.right) : operand(trigger.right)}`;
        case 'and':
            return trigger.of.map(nested).join(' and ');
        case 'or':
            return trigger.of.map((each) => (each.op === 'and' ? nested(each) : triggerWords(each))).join(' or ');
        case 'not':
            return `not ${nested(trigger.of)}`;
        case 'sustained':
            return `${nested(trigger.of)} for ${plural(trigger.steps, 'step')}`;
        case 'every':
            return `every ${plural(trigger.steps, 'step')}`;
        case 'reached':
            return trigger.unit === 'steps' ? plural(trigger.count, 'step') : plural(trigger.count, 'token');
        case 'plateau':
            return `${trigger.metric} gains less than ${value(trigger.metric, trigger.gainBelow)} over ${trigger.over} ${trigger.unit}`;
        case 'falls':
        case 'rises':
            return `${trigger.metric} ${trigger.op} by more than ${value(trigger.metric, trigger.by)} over ${trigger.over} ${trigger.unit}`;
        case 'not_finite':
            return `${trigger.metric} is not finite`;
    }
}
function nested(trigger) {
    return trigger.op === 'and' || trigger.op === 'or' ? `(${triggerWords(trigger)})` : triggerWords(trigger);
}
function operand({ of, metric, span }) {
    if (of === 'last')
        return metric;
    return of === 'ema' ? `the moving average of ${metric} (span ${span ?? '?'})` : `the best ${metric}`;
}
/** Pass rates and shares of a whole are read as percentages. */
function value(metric, x) {
    return /(^|\.)(pass@\d+|correct|truncated)$/.test(metric) ? `${number(100 * x)}%` : number(x);
}
