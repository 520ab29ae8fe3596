import { greatest } from "../graph/schedule-value.js";
import { stageBound, totalBound } from "../run/bounds.js";
/** Reads the bounds off a graph. Tokens of a rollout are counted as if every response were as long as allowed. */
export function bounds(graph) {
    let from = 0;
    const stages = graph.stages.map(({ id, kind }) => {
        const nodes = graph.nodes.filter((node) => node.stage === id);
        const steps = stageBound(graph, id);
        const stage = { id, from, steps, tokens: kind === 'supervised' ? 0 : rolloutTokens(nodes, from, steps) };
        from = add(from, steps);
        return stage;
    });
    const steps = totalBound(graph, undefined);
    const evaluations = graph.nodes
        .filter((node) => node.kind === 'evaluate')
        .map(({ config: { suite: name, every } }) => {
        // Before the first step, when due, and after the last step.
        const times = steps === null ? null : 1 + Math.floor(steps / every) + (steps % every === 0 ? 0 : 1);
        const suite = graph.suites[name];
        const each = suite ? suite.problems * suite.samples * suite.maxTokens : 0;
        return { suite: name, times, tokens: times === null ? null : times * each };
    });
    return {
        stages,
        evaluations,
        steps,
        rolloutTokens: total(stages.map(({ tokens }) => tokens)),
        evaluationTokens: total(evaluations.map(({ tokens }) => tokens)),
    };
}
function rolloutTokens(nodes, from, steps) {
    if (from === null || steps === null)
        return null;
    const prompts = nodes.find((node) => node.kind === 'sample')?.config.prompts;
    const rollout = nodes.find((node) => node.kind === 'rollout');
    if (rollout?.kind !== 'rollout')
        return 0;
    const { samples, maxTokens } = rollout.config;
    return steps * (prompts ? greatest(prompts) : 0) * greatest(samples) * greatest(maxTokens);
}
function add(a, b) {
    return a === null || b === null ? null : a + b;
}
function total(values) {
    return values.reduce(add, 0);
}
