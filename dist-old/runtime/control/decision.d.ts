import type { AuditNode, CheckpointNode, GuardNode, ResetNode, TransitionNode } from '../graph/nodes.ts';
import type { Finding } from './audit.ts';
import type { Values } from './trigger.ts';
/** Something to be done after a step, with the readings that caused it. */
export type Decision = 
/** `rateScale` is the one now in force; `fired` counts this time too. */
{
    kind: 'guard';
    node: GuardNode;
    values: Values;
    rollback: boolean;
    rateScale: number;
    fired: number;
}
/** A guard fired once more than it may: the run must end. */
 | {
    kind: 'stop';
    node: GuardNode;
    values: Values;
    rollback: boolean;
    why: string;
}
/** An evaluation at which an audit compared; `values` are how far both figures have moved. */
 | {
    kind: 'audit';
    node: AuditNode;
    values: Values;
    finding: Finding;
}
/** The reset cannot fire again before the step `cooldownUntil`. */
 | {
    kind: 'reset';
    node: ResetNode;
    values: Values;
    cooldownUntil: number;
    fired: number;
}
/** The stage `from` is over; `to` null: so is the run. */
 | {
    kind: 'transition';
    node: TransitionNode;
    values: Values;
    from: string;
    to: string | null;
}
/** `best`: the best by the node's `keepBestBy` of all its checkpoints so far, and evaluated at this very step. */
 | {
    kind: 'checkpoint';
    node: CheckpointNode;
    values: Values;
    best: boolean;
};
/** A step's outcome: its own metrics, those of the suites evaluated after it, and the response tokens it sampled. */
export interface Observation {
    readonly metrics: Readonly<Record<string, number>>;
    readonly tokens: number;
}
