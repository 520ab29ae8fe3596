import { join } from 'node:path';
import { type Graph, readGraph } from '../graph/index.ts';
import { openRunFolder } from '../run/folder.ts';

/** The graph of a run folder, checked. ProrlError where the folder is no run's, or its graph is damaged. */
export function readRunGraph(folder: string): Graph {
  return readGraph(openRunFolder(folder).graph, join(folder, 'graph.json'));
}
