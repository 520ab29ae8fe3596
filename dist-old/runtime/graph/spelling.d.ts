import type { Graph } from './graph.ts';
import type { Node } from './nodes.ts';
/**
 * How the pipeline file spells what a node's config holds: the blocks and the field, without the
 * stage. `['maxTokens']` of a rollout is `['rollout', 'max_tokens']`.
 */
export declare function spelledSetting(node: Node, parts: readonly string[], supervised: boolean): string[];
/** How the pipeline file spells what a suite holds. */
export declare function spelledSuiteSetting(parts: readonly string[]): string[];
/** The path of the pipeline file, as `--set` takes it, to which a JSON pointer into a graph leads; null: to none. */
export declare function spelledPointer(graph: Graph, pointer: string): string | null;
