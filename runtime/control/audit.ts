import type { AuditNode } from '../graph/nodes.ts';
import { fromJsonNumber, jsonNumber, type JsonNumber } from './numbers.ts';

interface Point {
  /** Mean of the audited metric over the steps since the evaluation before. */
  readonly metric: number;
  readonly against: number;
}

export interface AuditState {
  points: { metric: JsonNumber; against: JsonNumber }[];
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
export class Auditor {
  readonly node: AuditNode;
  private points: Point[] = [];
  private sum = 0;
  private steps = 0;

  constructor(node: AuditNode) {
    this.node = node;
  }

  /** Takes a step's metrics; null where nothing was evaluated, or not yet often enough. */
  take(metrics: Readonly<Record<string, number>>): Finding | null {
    const { metric, against, over, gap } = this.node.config;
    const read = metrics[metric];
    if (read !== undefined && Number.isFinite(read)) {
      this.sum += read;
      this.steps += 1;
    }
    const counter = metrics[against];
    if (counter === undefined || !Number.isFinite(counter) || this.steps === 0) return null;
    const now: Point = { metric: this.sum / this.steps, against: counter };
    this.points = [...this.points, now].slice(-(over + 1));
    this.sum = 0;
    this.steps = 0;
    const [then] = this.points;
    if (then === undefined || this.points.length <= over) return null;
    const moved = { metric: now.metric - then.metric, against: now.against - then.against };
    const divergence = moved.against > 0 ? 0 : Math.max(0, moved.metric);
    return { ...moved, divergence, diverges: divergence > gap };
  }

  state(): AuditState {
    return {
      points: this.points.map(({ metric, against }) => ({
        metric: jsonNumber(metric),
        against: jsonNumber(against),
      })),
      sum: jsonNumber(this.sum),
      steps: this.steps,
    };
  }

  restore(state: AuditState): void {
    this.points = state.points.map(({ metric, against }) => ({
      metric: fromJsonNumber(metric),
      against: fromJsonNumber(against),
    }));
    this.sum = fromJsonNumber(state.sum);
    this.steps = state.steps;
  }
}
