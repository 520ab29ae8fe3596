import { fromJsonNumber, jsonNumber } from "./numbers.js";
/**
 * Watches whether a figure of training rises while a held-out one does not: the sign of a reward that is
 * gamed (reward overoptimisation, arXiv:2210.10760). It reads the metric at every step and compares at evaluations.
 */
export class Auditor {
    node;
    points = [];
    sum = 0;
    steps = 0;
    constructor(node) {
        this.node = node;
    }
    /** Takes a step's metrics; null where nothing was evaluated, or not yet often enough. */
    take(metrics) {
        const { metric, against, over, gap } = this.node.config;
        const read = metrics[metric];
        if (read !== undefined && Number.isFinite(read)) {
            this.sum += read;
            this.steps += 1;
        }
        const counter = metrics[against];
        if (counter === undefined || !Number.isFinite(counter) || this.steps === 0)
            return null;
        const now = { metric: this.sum / this.steps, against: counter };
        this.points = [...this.points, now].slice(-(over + 1));
        this.sum = 0;
        this.steps = 0;
        const [then] = this.points;
        if (then === undefined || this.points.length <= over)
            return null;
        const moved = { metric: now.metric - then.metric, against: now.against - then.against };
        const divergence = moved.against > 0 ? 0 : Math.max(0, moved.metric);
        return { ...moved, divergence, diverges: divergence > gap };
    }
    state() {
        return {
            points: this.points.map(({ metric, against }) => ({
                metric: jsonNumber(metric),
                against: jsonNumber(against),
            })),
            sum: jsonNumber(this.sum),
            steps: this.steps,
        };
    }
    restore(state) {
        this.points = state.points.map(({ metric, against }) => ({
            metric: fromJsonNumber(metric),
            against: fromJsonNumber(against),
        }));
        this.sum = fromJsonNumber(state.sum);
        this.steps = state.steps;
    }
}
