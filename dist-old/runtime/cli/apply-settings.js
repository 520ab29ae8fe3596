import { overrideGraph } from "../graph/index.js";
/** The graph with the command line's changes in it. They are part of what is run, so that they change its hash. */
export function applySettings(graph, { seed, set }) {
    const changed = set.reduce((each, { path, value }) => overrideGraph(each, path, value), graph);
    return seed === undefined ? changed : { ...changed, seed };
}
