import type { Graph } from '../graph/graph.ts';
import { overrideGraph } from '../graph/index.ts';
import type { SetOption } from './set-option.ts';

/** The graph with the command line's changes in it. They are part of what is run, so that they change its hash. */
export function applySettings(
  graph: Graph,
  { seed, set }: { seed?: number; set: readonly SetOption[] },
): Graph {
  const changed = set.reduce((each, { path, value }) => overrideGraph(each, path, value), graph);
  return seed === undefined ? changed : { ...changed, seed };
}
