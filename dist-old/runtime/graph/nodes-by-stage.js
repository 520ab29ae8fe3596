/** The nodes of each stage, in the graph's order; those of the pipeline itself under null. */
export function nodesByStage(graph) {
    const found = new Map();
    for (const node of graph.nodes) {
        const known = found.get(node.stage);
        if (known === undefined)
            found.set(node.stage, [node]);
        else
            known.push(node);
    }
    return found;
}
