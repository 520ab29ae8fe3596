import type { PortType } from './graph.ts';
import type { NodeKind } from './nodes.ts';
interface Ports {
    readonly inputs: Readonly<Record<string, PortType>>;
    readonly outputs: Readonly<Record<string, PortType>>;
}
/**
 * The typed ports of each kind of node. An output may feed many inputs. An input of a stage's node
 * takes exactly one edge, from its own stage; an input of a pipeline's own node (evaluate,
 * checkpoint) takes exactly one from each stage, that of the stage under way being the one in force.
 *
 * `update:policy -> rollout:policy` is the loop over steps: the rollout reads the policy as the step
 * before left it, or, at a stage's first step, as the stage before did. All other edges are acyclic.
 */
export declare const ports: Readonly<Record<NodeKind, Ports>>;
export {};
