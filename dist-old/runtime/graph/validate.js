import { checkEdges } from "./check-edges.js";
import { checkNames } from "./check-names.js";
import { configPointer } from "./check-schedule.js";
import { scheduleRange } from "./schedule-value.js";
import { checkValues } from "./check-values.js";
import { nodesByStage } from "./nodes-by-stage.js";
import { pointer } from "./problem.js";
import { neededKinds } from "./resolve.js";
/**
 * What is wrong with a graph that has the schema's form: names, values, the nodes of each stage,
 * then the edges. Later parts are looked at only where the earlier ones are sound.
 */
export function validateGraph(graph) {
    for (const check of [checkNames, checkValues, checkStages, checkEdges]) {
        const problems = check(graph);
        if (problems.length > 0)
            return problems;
    }
    return [];
}
function checkStages(graph) {
    if (graph.stages.length === 0) {
        return [{ pointer: '/stages', message: 'there is no stage', hint: 'A pipeline runs at least one.' }];
    }
    const nodes = nodesByStage(graph);
    const kinds = new Map(graph.stages.map(({ id, kind }) => [id, kind]));
    return [
        ...graph.stages.flatMap((stage, i) => checkKinds(stage, nodes.get(stage.id) ?? [], i)),
        ...graph.nodes.flatMap((node, i) => checkNode(graph, node, nodes.get(node.stage) ?? [], kinds.get(node.stage ?? ''), i)),
    ];
}
function checkKinds(stage, nodes, index) {
    const needed = neededKinds[stage.kind];
    const at = pointer('stages', index);
    const wrong = needed.flatMap((kind) => {
        const count = nodes.filter((node) => node.kind === kind).length;
        if (count === 1)
            return [];
        const why = kind === 'transition' && count === 0 ? ', so that it has no end' : '';
        return [
            {
                pointer: at,
                message: `stage '${stage.id}' has ${count === 0 ? 'no' : count} ${kind} node${count > 1 ? 's' : ''}${why}`,
                hint: `A ${stage.kind} stage needs exactly one: ${needed.join(', ')}.`,
            },
        ];
    });
    const others = nodes.filter(({ kind }) => !needed.includes(kind) && !['guard', 'reset', 'evaluate', 'audit', 'checkpoint'].includes(kind));
    return [
        ...wrong,
        ...others.map(({ id, kind }) => ({
            pointer: at,
            message: `'${id}' cannot be in a ${stage.kind} stage`,
            hint: `Leave the ${kind} node out; the stage takes ${needed.join(', ')}, guards and resets.`,
        })),
    ];
}
function checkNode(graph, node, inStage, stageKind, index) {
    const at = (...parts) => configPointer(index, ...parts);
    if (node.stage === null && !['evaluate', 'audit', 'checkpoint'].includes(node.kind)) {
        return [
            {
                pointer: pointer('nodes', index, 'stage'),
                message: `'${node.id}' belongs to no stage`,
                hint: `Only evaluate, audit and checkpoint nodes may; say which stage the ${node.kind} node is part of.`,
            },
        ];
    }
    if (node.kind === 'update')
        return checkUpdate(node, stageKind, at);
    if (node.kind === 'advantage') {
        const single = inStage.some((other) => other.kind === 'rollout' && Math.round(scheduleRange(other.config.samples).least) < 2);
        if (!single || node.config.estimator === 'reinforce')
            return [];
        return [
            {
                pointer: at('estimator'),
                message: `${node.config.estimator} compares the samples of a group, and there is one sample a prompt`,
                hint: 'Take at least 2 samples in the rollout.',
            },
        ];
    }
    if (node.kind !== 'reset')
        return [];
    const { reference, optimizer, to } = node.config;
    const update = inStage.find((other) => other.kind === 'update');
    if (!reference && !optimizer) {
        return [
            {
                pointer: at(),
                message: 'the reset resets nothing',
                hint: 'Let it reset the reference, the optimizer or both.',
            },
        ];
    }
    if (reference && (update === undefined || update.config.kl === null)) {
        return [
            {
                pointer: at('reference'),
                message: 'there is no reference policy to reset: the stage has no KL term',
                hint: `Give the stage's update a KL term, or reset the optimizer alone.`,
            },
        ];
    }
    if (to.source === 'best' &&
        !graph.nodes.some((other) => other.kind === 'checkpoint' && other.config.keepBestBy === to.metric)) {
        return [
            {
                pointer: at('to', 'metric'),
                message: `no checkpoint keeps the best by '${to.metric}'`,
                hint: `Add 'checkpoint every N steps, keep best by ${to.metric}' to the pipeline.`,
            },
        ];
    }
    return [];
}
/** What a policy gradient needs and cross entropy does not have, with an example of each. */
const policyExamples = {
    surrogate: 'clipped',
    ratio: 'token',
    clip: 'low 0.2 and high 0.4',
    entropy: '0',
};
const policyParts = Object.keys(policyExamples);
function checkUpdate(node, kind, at) {
    const { loss } = node.config;
    const wanted = kind === 'supervised' ? 'cross_entropy' : 'policy_gradient';
    if (loss !== wanted) {
        return [
            {
                pointer: at('loss'),
                message: `a ${kind} stage cannot train by ${loss}`,
                hint: `Its loss is ${wanted}.`,
            },
        ];
    }
    const missing = policyParts.find((part) => node.config[part] === null);
    if (loss === 'policy_gradient' && missing !== undefined) {
        return [
            {
                pointer: at(missing),
                message: `a policy gradient with no ${missing === 'clip' ? 'clip range' : missing}`,
                hint: `Give it, e.g. ${policyExamples[missing]}.`,
            },
        ];
    }
    const extra = [...policyParts, 'kl', 'correction'].find((part) => node.config[part] !== null);
    if (loss === 'cross_entropy' && extra !== undefined) {
        return [{ pointer: at(extra), message: `cross entropy knows no ${extra}`, hint: 'Set it to null.' }];
    }
    return [];
}
