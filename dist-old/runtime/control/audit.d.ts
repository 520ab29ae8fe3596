import type { AuditNode } from '../graph/nodes.ts';
import { type JsonNumber } from './numbers.ts';
export interface AuditState {
    points: {
        metric: JsonNumber;
        against: JsonNumber;
    }[];
    sum: JsonNumber;
    steps: number;
}
/** What an evaluation showed: how both figures have moved over the audit's window. */
export interface Finding {
    /** The change of the audited metric, and that of its counter-metric. */
    readonly metric: number;
    readonly against: number;
    /** The rise of the metric where the counter-metric has not risen; else 0. */
    readonly divergence: number;
    readonly diverges: boolean;
}
/**
 * Watches whether a figure of training rises while a held-out one does not: the sign of a reward that is
 * gamed (reward overoptimisation, arXiv:2210.10760). It reads the metric at every step and compares at evaluations.
 */
export declare class Auditor {
    readonly node: AuditNode;
    private points;
    private sum;
    private steps;
    constructor(node: AuditNode);
    /** Takes a step's metrics; null where nothing was evaluated, or not yet often enough. */
    take(metrics: Readonly<Record<string, number>>): Finding | null;
    state(): AuditState;
    restore(state: AuditState): void;
}
