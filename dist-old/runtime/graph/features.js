import { pointer } from "./problem.js";
import { scheduleRange } from "./schedule-value.js";
/** What a graph asks that engines differ in, once for each place. */
export function featuresOf(graph) {
    const uses = [];
    if (graph.stages.length > 1)
        uses.push({ feature: 'several stages', pointer: '/stages/1' });
    for (const [name, mixture] of Object.entries(graph.mixtures))
        for (const one of mixtureFeatures(mixture))
            uses.push({ ...one, pointer: pointer('mixtures', name) + one.pointer });
    for (const [name, { passAt }] of Object.entries(graph.suites))
        if (passAt.some((k) => k > 1))
            uses.push({ feature: 'pass@k beyond 1', pointer: pointer('suites', name, 'passAt') });
    graph.nodes.forEach((node, i) => {
        for (const [feature, key] of nodeFeatures(node))
            uses.push({ feature, pointer: pointer('nodes', i, 'config', ...key.split('/')) });
    });
    return uses;
}
function mixtureFeatures({ entries, curriculum }) {
    const uses = entries.flatMap((entry, i) => {
        const at = pointer('entries', i);
        const moves = !still(entry.weight) || entry.from > 1 || entry.until !== null;
        if (moves)
            return [{ feature: 'scheduled mixture weights', pointer: `${at}/weight` }];
        const even = scheduleRange(entry.weight).least === scheduleRange(entries[0].weight).least;
        return even ? [] : [{ feature: 'mixture weights', pointer: `${at}/weight` }];
    });
    return curriculum === null ? uses : [...uses, { feature: 'a curriculum', pointer: '/curriculum' }];
}
function nodeFeatures(node) {
    switch (node.kind) {
        case 'sample':
            return moving('a scheduled batch', { prompts: node.config.prompts });
        case 'rollout': {
            const { samples, temperature, maxTokens } = node.config;
            return [
                ...moving('a scheduled batch', { samples }),
                ...moving('a scheduled temperature', { temperature }),
                ...moving('a scheduled response length', { maxTokens }),
            ];
        }
        case 'filter':
            return node.config.keep === null ? [] : [['a filter of groups', 'keep']];
        case 'update': {
            const { updates, kl } = node.config;
            const batch = moving('a scheduled batch', { updates });
            if (kl === null)
                return batch;
            return [
                ...batch,
                [kl.in === 'loss' ? 'a KL term in the loss' : 'a KL term in the reward', 'kl/in'],
                [`the KL estimator ${kl.estimator}`, 'kl/estimator'],
                ...moving('a scheduled KL coefficient', { 'kl/coefficient': kl.coefficient }),
            ];
        }
        case 'reset':
            return resetFeatures(node);
        case 'guard':
            return node.config.rollback ? [['a guard that rolls back', 'rollback']] : [];
        case 'transition':
            return readsMetric(node.config.until) ? [['a stage that ends on a metric', 'until']] : [];
        default:
            return [];
    }
}
function resetFeatures({ config }) {
    const { reference, optimizer, to, when } = config;
    const what = reference && optimizer
        ? 'a reset between stages'
        : reference
            ? 'a reset of the reference alone'
            : 'a reset of the optimizer alone';
    const uses = to.source === 'best' ? [['a reset to the best checkpoint', 'to']] : [];
    const both = reference && optimizer;
    if (typeof when !== 'string')
        return [
            ...uses,
            ['a reset on a condition', 'when'],
            ...(both ? [] : [[what, 'when']]),
        ];
    return [...uses, [what, 'when']];
}
function moving(feature, schedules) {
    return Object.entries(schedules).flatMap(([key, schedule]) => still(schedule) ? [] : [[feature, key]]);
}
function still(schedule) {
    const { least, greatest } = scheduleRange(schedule);
    return least === greatest;
}
/** Whether anything but counts of steps and tokens decides. */
function readsMetric(trigger) {
    switch (trigger.op) {
        case 'and':
        case 'or':
            return trigger.of.some(readsMetric);
        case 'not':
        case 'sustained':
            return readsMetric(trigger.of);
        case 'every':
        case 'reached':
            return false;
        default:
            return true;
    }
}
