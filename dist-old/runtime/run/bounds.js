import { stagePlan } from "../graph/index.js";
/** Steps after which a stage ends at the latest; null where nothing bounds it. */
export function stageBound(graph, stage) {
    return boundOf(stagePlan(graph, stage).transition.config.until);
}
/** The same of the whole run; `maxSteps` is the caller's own bound. */
export function totalBound(graph, maxSteps) {
    let total = 0;
    for (const { id } of graph.stages) {
        const bound = stageBound(graph, id);
        total = total === null || bound === null ? null : total + bound;
    }
    return maxSteps === undefined ? total : Math.min(total ?? maxSteps, maxSteps);
}
function boundOf(trigger) {
    if (trigger.op === 'reached')
        return trigger.unit === 'steps' ? trigger.count : null;
    if (trigger.op === 'or')
        return least(trigger.of.map(boundOf));
    if (trigger.op === 'and') {
        const bounds = trigger.of.map(boundOf);
        return bounds.includes(null) ? null : Math.max(...bounds);
    }
    return null;
}
function least(bounds) {
    const known = bounds.filter((bound) => bound !== null);
    return known.length === 0 ? null : Math.min(...known);
}
