import { ports } from "../../runtime/graph/ports.js";
/** From which output each input of a stage's nodes comes. */
const sources = {
    'rollout:prompts': 'sample:prompts',
    'rollout:policy': 'update:policy',
    'demonstrate:prompts': 'sample:prompts',
    'score:rollouts': 'rollout:rollouts',
    'shape:scores': 'score:scores',
    'filter:scores': 'shape:scores',
    'advantage:groups': 'filter:groups',
    'guard:metrics': 'update:metrics',
    'reset:metrics': 'update:metrics',
    'reset:policy': 'update:policy',
    'transition:metrics': 'update:metrics',
    'evaluate:policy': 'update:policy',
    'audit:metrics': 'update:metrics',
    'checkpoint:policy': 'update:policy',
};
/** The edges into every input; a pipeline's own nodes take theirs from each stage. */
export function edgesOf(nodes, stages) {
    const byId = new Map(stages.map((one) => [one.id, [one]]));
    return nodes.flatMap((node) => Object.entries(ports[node.kind].inputs).flatMap(([port, type]) => (node.stage === null ? stages : (byId.get(node.stage) ?? [])).map((stage) => ({
        from: sourceOf(node.kind, port, stage),
        to: `${node.id}:${port}`,
        type,
    }))));
}
function sourceOf(kind, port, stage) {
    if (kind === 'update')
        return `${stage.id}.${stage.kind === 'reinforce' ? 'advantage' : 'demonstrate'}:batch`;
    const source = sources[`${kind}:${port}`];
    if (source === undefined)
        throw new TypeError(`nothing feeds ${kind}:${port}`);
    return `${stage.id}.${source}`;
}
