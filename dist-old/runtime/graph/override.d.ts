import type { Graph } from './graph.ts';
/**
 * The graph with one value replaced, as `--set path=value` asks. Paths are `seed`, those of the
 * pipeline file, `STAGE.BLOCK.FIELD` such as `explore.rollout.prompts` or `explore.kl.coefficient`,
 * or the graph's own, `explore.update.kl.coefficient`; further `SUITE.FIELD` and
 * `MIXTURE.ENTRY.weight`. A number set onto a schedule makes it constant; `95%`, `true`, `null` (or
 * `none`) and, for lists, `1,4,16` are understood. The graph given is left alone.
 * Throws ProrlError (exit code `usage`) on an unknown path or a value that does not fit.
 */
export declare function overrideGraph(graph: Graph, path: string, value: string): Graph;
/** All paths that `overrideGraph` can set, as the pipeline file spells them. */
export declare function overridePaths(graph: Graph): string[];
