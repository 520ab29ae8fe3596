import { fromJsonNumbers, toJsonNumbers, type JsonNumber } from './numbers.ts';

export interface ReadingsState {
  last: Record<string, JsonNumber>;
  best: Record<string, JsonNumber>;
}

/**
 * The last reading and the best (largest finite) one of every metric in a run. A metric that a
 * step does not give, as a suite's between evaluations, keeps its last reading.
 */
export class Readings {
  private lastOf = new Map<string, number>();
  private bestOf = new Map<string, number>();
  private fresh = new Set<string>();

  /** Takes a step's metrics. */
  take(metrics: Readonly<Record<string, number>>): void {
    this.fresh = new Set(Object.keys(metrics));
    for (const [metric, value] of Object.entries(metrics)) {
      this.lastOf.set(metric, value);
      const best = this.bestOf.get(metric);
      if (Number.isFinite(value) && (best === undefined || value > best)) this.bestOf.set(metric, value);
    }
  }

  last(metric: string): number | undefined {
    return this.lastOf.get(metric);
  }

  best(metric: string): number | undefined {
    return this.bestOf.get(metric);
  }

  /** Whether the last step itself gave a reading of the metric. */
  isFresh(metric: string): boolean {
    return this.fresh.has(metric);
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.lastOf);
  }

  state(): ReadingsState {
    return { last: toJsonNumbers(this.lastOf), best: toJsonNumbers(this.bestOf) };
  }

  restore(state: ReadingsState): void {
    this.lastOf = fromJsonNumbers(state.last);
    this.bestOf = fromJsonNumbers(state.best);
    this.fresh = new Set();
  }
}
