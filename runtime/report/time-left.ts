import type { Graph } from '../graph/graph.ts';
import type { EvaluateNode } from '../graph/nodes.ts';
import type { RunEvent } from '../run/events.ts';
import { numeric } from './format.ts';

/** Steps whose time counts: about the last twenty. */
const memory = 0.1;

/** How long a run still takes, from a moving average of its steps and of each suite's evaluations. */
export class TimeLeft {
  private before: number | null = null;
  private stepSeconds: number | null = null;
  private readonly evaluationSeconds = new Map<string, number>();
  private speed: number | null = null;
  private readonly evaluations: { suite: string; every: number }[];

  constructor(graph: Graph) {
    this.evaluations = graph.nodes
      .filter((node): node is EvaluateNode => node.kind === 'evaluate')
      .map(({ config }) => config);
  }

  get tokensPerSecond(): number | null {
    return this.speed;
  }

  take(event: RunEvent): void {
    // What lies between two attempts of a run is no time of work.
    const took = this.before === null || event.event === 'resume' ? null : event.seconds - this.before;
    this.before = event.seconds;
    if (took === null) return;
    if (event.event === 'step') {
      this.stepSeconds = average(this.stepSeconds, took);
      const tokens = numeric(event.metrics['tokens.sampled']);
      const seconds = numeric(event.metrics['time.step']);
      if (tokens > 0 && seconds > 0) this.speed = average(this.speed, tokens / seconds);
    } else if (event.event === 'evaluate') {
      this.evaluationSeconds.set(event.suite, average(this.evaluationSeconds.get(event.suite) ?? null, took));
    }
  }

  /** Seconds from a step to the end; null before the first step is done. */
  left(step: number, bound: number): number | null {
    if (this.stepSeconds === null) return null;
    let seconds = Math.max(0, bound - step) * this.stepSeconds;
    for (const { suite, every } of this.evaluations) {
      const due = Math.floor(bound / every) - Math.floor(step / every);
      // Every suite is measured once more after the last step.
      const final = bound % every === 0 ? 0 : 1;
      seconds += (due + final) * (this.evaluationSeconds.get(suite) ?? 0);
    }
    return seconds;
  }
}

function average(old: number | null, value: number): number {
  return old === null ? value : old + memory * (value - old);
}
