/**
 * The first step of a stage, counted within it, after which a trigger can hold, whatever the metrics
 * do: windows must fill, conditions that must last must have lasted. `index`: which of the graph's stages.
 */
export function earliestStep(trigger, graph, index) {
    const of = (one) => earliestStep(one, graph, index);
    switch (trigger.op) {
        case 'and':
            return Math.max(...trigger.of.map(of));
        case 'or':
            return Math.min(...trigger.of.map(of));
        case 'sustained':
            return of(trigger.of) + trigger.steps - 1;
        case 'every':
            return trigger.steps;
        case 'reached':
            // How many tokens a step samples is known only when it is done.
            return trigger.unit === 'steps' ? trigger.count : 1;
        case 'plateau':
        case 'falls':
        case 'rises':
            if (trigger.unit === 'steps')
                return trigger.over + 1;
            return evaluationStep(trigger.metric, trigger.over + 1, graph, index);
        case 'compare':
        case 'not':
        case 'not_finite':
            return 1;
    }
}
/** The first step of the stage by which a metric can have so many readings of its own. */
function evaluationStep(metric, readings, graph, index) {
    const suite = metric.split('.')[0];
    const periods = graph.nodes.flatMap((node) => node.kind === 'evaluate' && node.config.suite === suite ? [node.config.every] : []);
    if (periods.length === 0)
        return readings;
    const every = Math.min(...periods);
    // Evaluations count from the start of the pipeline: a later stage may begin one step before one.
    return index === 0 ? readings * every : (readings - 1) * every + 1;
}
