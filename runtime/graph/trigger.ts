import type { Schedule } from './schedule.ts';

/**
 * A condition over metrics, read after each step's metrics are known, as data.
 * Comparisons with a metric that has no value yet are false.
 * @discriminator op
 */
export type Trigger =
  Compare | AllOf | AnyOf | Not | Sustained | Every | Reached | Plateau | Moved | NotFinite;

/** What a metric is held against. A schedule is a number that moves: it stands where it stood in the step that is judged. */
export type Bound = number | Schedule;

/** `kl.mean > 0.15`. Fractions are stored as numbers from 0 to 1. */
export interface Compare {
  op: 'compare';
  left: Reading;
  by: '>' | '>=' | '<' | '<=' | '==' | '!=';
  right: Reading | Bound;
}

export interface AllOf {
  op: 'and';
  of: Trigger[];
}

export interface AnyOf {
  op: 'or';
  of: Trigger[];
}

export interface Not {
  op: 'not';
  of: Trigger;
}

/** `... for 5 steps`: true at the last of that many steps in a row at which `of` held. */
export interface Sustained {
  op: 'sustained';
  of: Trigger;
  steps: number;
}

/** `every 100 steps`, counted from the start of the stage. */
export interface Every {
  op: 'every';
  steps: number;
}

/** `300 steps` of the stage, or `1000000 tokens` sampled in the stage. */
export interface Reached {
  op: 'reached';
  count: number;
  unit: 'steps' | 'tokens';
}

/**
 * The best of the last `over` readings is less than `gainBelow` above the best before them.
 * Readings are counted from the start of the stage, or since the guard or reset whose trigger
 * this is last fired, so that at least `over + 1` of them are needed.
 */
export interface Plateau {
  op: 'plateau';
  metric: string;
  over: number;
  unit: 'evaluations' | 'steps';
  gainBelow: Bound;
}

/** The last reading lies more than `by` below (`falls`) or above (`rises`) the one `over` readings before. */
export interface Moved {
  op: 'falls' | 'rises';
  metric: string;
  by: Bound;
  over: number;
  unit: 'evaluations' | 'steps';
}

/** The metric is NaN or infinite. */
export interface NotFinite {
  op: 'not_finite';
  metric: string;
}

/**
 * A value made from a metric: its last reading, its exponential moving average
 * (`span` steps, weight 2 / (span + 1)), or the best (largest) so far in the run.
 */
export interface Reading {
  of: 'last' | 'ema' | 'best';
  metric: string;
  /** Only for `ema`. */
  span?: number;
}

export function isReading(right: Compare['right']): right is Reading {
  return typeof right === 'object' && 'metric' in right;
}

/** The bounds of a condition that move, each with the metric that is held against it. */
export function movingBounds(trigger: Trigger): { metric: string; schedule: Schedule }[] {
  const moving = (metric: string, bound: Bound) =>
    typeof bound === 'number' ? [] : [{ metric, schedule: bound }];
  switch (trigger.op) {
    case 'and':
    case 'or':
      return trigger.of.flatMap(movingBounds);
    case 'not':
    case 'sustained':
      return movingBounds(trigger.of);
    case 'compare':
      return isReading(trigger.right) ? [] : moving(trigger.left.metric, trigger.right);
    case 'plateau':
      return moving(trigger.metric, trigger.gainBelow);
    case 'falls':
    case 'rises':
      return moving(trigger.metric, trigger.by);
    case 'every':
    case 'reached':
    case 'not_finite':
      return [];
  }
}
