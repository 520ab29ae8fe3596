import type { Graph } from '../graph/graph.ts';
import type { Node } from '../graph/nodes.ts';
import type { Schedule } from '../graph/schedule.ts';
import type { Trigger } from '../graph/trigger.ts';
/** Where a value was written: a place in a source file, or the language's default. */
export type Origin = {
    file: string;
    line: number;
    text?: string;
} | 'default';
/** One value of a graph with its path, as `--set` takes it, and its origin. */
export interface ResolvedValue {
    /** As the pipeline file spells it, within its stage or suite: `kl.coefficient`. */
    name: string;
    /** JSON pointer into the graph. */
    pointer: string;
    value: ResolvedLeaf;
    /** Null where no source text is known, as in a graph read from JSON. */
    origin: Origin | null;
}
export type ResolvedLeaf = {
    kind: 'schedule';
    schedule: Schedule;
} | {
    kind: 'trigger';
    trigger: Trigger;
} | {
    kind: 'plain';
    value: number | string | boolean | null;
} | {
    kind: 'list';
    value: unknown[];
};
/** All values of a node's config, one a leaf. */
export declare function nodeValues(graph: Graph, node: Node, origins: Readonly<Record<string, Origin>>): ResolvedValue[];
/** All values below some JSON pointer of the graph; `spelled` gives the file's names for the graph's. */
export declare function valuesOf(data: object, pointer: string, origins: Readonly<Record<string, Origin>>, spelled?: (parts: readonly string[]) => readonly string[]): ResolvedValue[];
/** The nearest origin at or above a pointer: a block that was written as a whole speaks for its parts. */
export declare function originOf(pointer: string, origins: Readonly<Record<string, Origin>>): Origin | null;
