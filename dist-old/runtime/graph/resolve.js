/** The kinds of node that a stage needs exactly one of. */
export const neededKinds = {
    reinforce: ['sample', 'rollout', 'score', 'shape', 'filter', 'advantage', 'update', 'transition'],
    supervised: ['sample', 'demonstrate', 'update', 'transition'],
};
/** Finds the nodes of a stage. The graph must be valid, as `readGraph` returns it; otherwise RangeError. */
export function stagePlan(graph, stageId) {
    const stage = graph.stages.find(({ id }) => id === stageId);
    if (stage === undefined)
        throw new RangeError(`the graph has no stage '${stageId}'`);
    const all = (kind) => graph.nodes.filter((node) => node.kind === kind && node.stage === stageId);
    const one = (kind) => {
        const [node, ...others] = all(kind);
        if (node !== undefined && others.length === 0)
            return node;
        throw new RangeError(`stage '${stageId}' has ${others.length + (node ? 1 : 0)} ${kind} nodes: exactly one is needed`);
    };
    const base = {
        id: stageId,
        sample: one('sample'),
        update: one('update'),
        guards: all('guard'),
        resets: all('reset'),
        transition: one('transition'),
    };
    if (stage.kind === 'supervised')
        return { ...base, kind: 'supervised', demonstrate: one('demonstrate') };
    return {
        ...base,
        kind: 'reinforce',
        rollout: one('rollout'),
        score: one('score'),
        shape: one('shape'),
        filter: one('filter'),
        advantage: one('advantage'),
    };
}
