import type { Node } from '../../runtime/graph/index.ts';
import type { ResolvedRun } from '../types/value.ts';
import type { Names } from './names.ts';
import { type Origin } from './origins.ts';
/** A node with the origins of its configuration, by key. */
export interface Placed {
    readonly node: Node;
    readonly origins: ReadonlyMap<string, Origin>;
}
/** The nodes of one stage, in the order in which a step goes through them. */
export declare function lowerStage(run: ResolvedRun, id: string, names: Names): Placed[];
