import { fromJsonNumbers, toJsonNumbers } from "./numbers.js";
/**
 * The last reading and the best (largest finite) one of every metric in a run. A metric that a
 * step does not give, as a suite's between evaluations, keeps its last reading.
 */
export class Readings {
    lastOf = new Map();
    bestOf = new Map();
    fresh = new Set();
    /** Takes a step's metrics. */
    take(metrics) {
        this.fresh = new Set(Object.keys(metrics));
        for (const [metric, value] of Object.entries(metrics)) {
            this.lastOf.set(metric, value);
            const best = this.bestOf.get(metric);
            if (Number.isFinite(value) && (best === undefined || value > best))
                this.bestOf.set(metric, value);
        }
    }
    last(metric) {
        return this.lastOf.get(metric);
    }
    best(metric) {
        return this.bestOf.get(metric);
    }
    /** Whether the last step itself gave a reading of the metric. */
    isFresh(metric) {
        return this.fresh.has(metric);
    }
    all() {
        return Object.fromEntries(this.lastOf);
    }
    state() {
        return { last: toJsonNumbers(this.lastOf), best: toJsonNumbers(this.bestOf) };
    }
    restore(state) {
        this.lastOf = fromJsonNumbers(state.last);
        this.bestOf = fromJsonNumbers(state.best);
        this.fresh = new Set();
    }
}
