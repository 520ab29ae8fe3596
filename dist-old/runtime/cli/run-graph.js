import { join } from 'node:path';
import { readGraph } from "../graph/index.js";
import { openRunFolder } from "../run/folder.js";
/** The graph of a run folder, checked. ProrlError where the folder is no run's, or its graph is damaged. */
export function readRunGraph(folder) {
    return readGraph(openRunFolder(folder).graph, join(folder, 'graph.json'));
}
