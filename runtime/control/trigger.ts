import {
  isReading,
  type Bound,
  type Compare,
  type Moved,
  type Plateau,
  type Reading,
  type Trigger,
} from '../graph/trigger.ts';
import type { Readings } from './readings.ts';
import { valueAt, type SchedulePoint } from './schedule.ts';

/** What a trigger is read against, once a step's metrics are known. */
export interface TriggerPoint {
  readonly readings: Readings;
  /** Steps done and tokens sampled in the stage, this step included. */
  readonly stageSteps: number;
  readonly stageTokens: number;
  /** Where that step began: a schedule has one value for the whole of a step. */
  readonly began: SchedulePoint;
}

/** The readings that a trigger looked at, by name; they may be NaN or infinite. */
export type Values = Record<string, number>;

export interface Outcome {
  readonly holds: boolean;
  /** Where the trigger holds, what made it so: of an `or`, the alternatives that hold. */
  readonly values: Values;
}

/** What one part of a trigger remembers from step to step; plain JSON. */
export type Memory =
  | { part: 'sustained'; count: number }
  | { part: 'average'; value: number | null }
  /** `window`: the latest readings, oldest first; `before`: the best of those that have left it. */
  | { part: 'window'; window: number[]; before: number | null };

type Check = (at: TriggerPoint) => Outcome;
type Part<P extends Memory['part']> = Extract<Memory, { part: P }>;

/**
 * Evaluates one trigger at every step of a stage and remembers what it must in between.
 *
 * All parts are read at every step, whether or not the others already decide the outcome. Only
 * finite readings enter averages, windows and bests. A comparison with NaN, or with a metric that
 * has no reading, is false, `!=` too (so that its `not` is true).
 */
export class TriggerEvaluator {
  private readonly memory: Memory[] = [];
  private readonly moving = new Map<string, string[]>();
  private readonly check: Check;

  constructor(trigger: Trigger) {
    this.check = this.compile(trigger);
  }

  /** To be called once for every step of the stage. */
  evaluate(at: TriggerPoint): Outcome {
    return this.check(at);
  }

  /** The windows of `plateau`, `falls` and `rises` start again: nothing read so far counts for them. */
  restartWindows(): void {
    for (const part of this.memory) if (part.part === 'window') clear(part);
  }

  /** Forgets everything. */
  restart(): void {
    for (const part of this.memory) clear(part);
  }

  state(): Memory[] {
    return structuredClone(this.memory);
  }

  /** Goes on where the state was taken. Throws RangeError where it is another trigger's. */
  restore(state: readonly Memory[]): void {
    if (state.length !== this.memory.length || state.some((part, i) => part.part !== this.memory[i]?.part)) {
      throw new RangeError('this is the memory of another trigger');
    }
    this.memory.forEach((part, i) => Object.assign(part, structuredClone(state[i])));
  }

  private compile(trigger: Trigger): Check {
    switch (trigger.op) {
      case 'compare':
        return this.compare(trigger);
      case 'and':
        return this.together(trigger.of, (outcomes) => outcomes.every(({ holds }) => holds));
      case 'or':
        return this.together(trigger.of, (outcomes) => outcomes.some(({ holds }) => holds));
      case 'not': {
        const inner = this.compile(trigger.of);
        return (at) => {
          const { holds, values } = inner(at);
          return { holds: !holds, values };
        };
      }
      case 'sustained': {
        const memory = this.remember<Part<'sustained'>>({ part: 'sustained', count: 0 });
        const inner = this.compile(trigger.of);
        return (at) => {
          const { holds, values } = inner(at);
          memory.count = holds ? memory.count + 1 : 0;
          return { holds: memory.count >= trigger.steps, values };
        };
      }
      case 'every':
        return ({ stageSteps }) => ({
          holds: stageSteps > 0 && stageSteps % trigger.steps === 0,
          values: { 'stage.steps': stageSteps },
        });
      case 'reached':
        return ({ stageSteps, stageTokens }) => {
          const count = trigger.unit === 'steps' ? stageSteps : stageTokens;
          return { holds: count >= trigger.count, values: { [`stage.${trigger.unit}`]: count } };
        };
      case 'plateau':
        return this.plateau(trigger);
      case 'falls':
      case 'rises':
        return this.change(trigger);
      case 'not_finite':
        // Only this step's own reading counts: a NaN of long ago, carried along, is no news.
        return ({ readings }) => {
          const value = readings.last(trigger.metric);
          const holds = readings.isFresh(trigger.metric) && value !== undefined && !Number.isFinite(value);
          return { holds, values: known(trigger.metric, value) };
        };
    }
  }

  private together(of: readonly Trigger[], decide: (outcomes: Outcome[]) => boolean): Check {
    const checks = of.map((trigger) => this.compile(trigger));
    return (at) => {
      const outcomes = checks.map((check) => check(at));
      const holds = decide(outcomes);
      const told = holds ? outcomes.filter((outcome) => outcome.holds) : outcomes;
      return { holds, values: Object.assign({}, ...told.map(({ values }) => values)) as Values };
    };
  }

  private compare({ left, by, right }: Compare): Check {
    const a = this.reading(left);
    const b = isReading(right) ? this.reading(right) : boundOf(right);
    const told = isReading(right) ? nameOf(right) : this.nameOfBound(`${nameOf(left)} (${by} bound)`, right);
    return (at) => {
      const x = a(at);
      const y = b(at);
      const values = {
        ...known(nameOf(left), x),
        ...(isReading(right) ? known(told, y) : moved(told, right, y)),
      };
      return { holds: x !== undefined && y !== undefined && compares(x, by, y), values };
    };
  }

  private reading(reading: Reading): (at: TriggerPoint) => number | undefined {
    const { metric } = reading;
    if (reading.of === 'last') return ({ readings }) => readings.last(metric);
    if (reading.of === 'best') return ({ readings }) => readings.best(metric);
    const { span } = reading;
    if (span === undefined || !(span >= 1))
      throw new RangeError(`ema of ${metric}: a span of at least 1 step is needed`);
    const memory = this.remember<Part<'average'>>({ part: 'average', value: null });
    return ({ readings }) => {
      const x = readings.last(metric);
      if (x !== undefined && Number.isFinite(x)) {
        memory.value = memory.value === null ? x : memory.value + (2 / (span + 1)) * (x - memory.value);
      }
      return memory.value ?? undefined;
    };
  }

  private plateau({ metric, over, unit, gainBelow }: Plateau): Check {
    const memory = this.remember<Part<'window'>>({ part: 'window', window: [], before: null });
    const bound = boundOf(gainBelow);
    const told = this.nameOfBound(`${metric} (gain below)`, gainBelow);
    return (at) => {
      const { readings } = at;
      push(memory, readings, metric, unit, over);
      const { window, before } = memory;
      if (before === null) return { holds: false, values: known(metric, readings.last(metric)) };
      const best = Math.max(...window);
      const gain = bound(at);
      const values = {
        ...known(metric, readings.last(metric)),
        [`${metric} (best of last ${over})`]: best,
        [`${metric} (best before)`]: before,
        ...moved(told, gainBelow, gain),
      };
      return { holds: best - before < gain, values };
    };
  }

  private change({ op, metric, by, over, unit }: Moved): Check {
    const memory = this.remember<Part<'window'>>({ part: 'window', window: [], before: null });
    const bound = boundOf(by);
    const told = this.nameOfBound(`${metric} (${op} by)`, by);
    return (at) => {
      const { readings } = at;
      push(memory, readings, metric, unit, over + 1);
      const first = memory.window[0];
      const last = memory.window[over];
      if (first === undefined || last === undefined)
        return { holds: false, values: known(metric, readings.last(metric)) };
      const change = op === 'falls' ? first - last : last - first;
      const least = bound(at);
      return {
        holds: change > least,
        values: {
          [metric]: last,
          [`${metric} (${over} ${unit} before)`]: first,
          ...moved(told, by, least),
        },
      };
    };
  }

  /** What a bound that moves is called in the record: the second of one sign on one metric is told as `(> bound 2)`. */
  private nameOfBound(name: string, bound: Bound): string {
    if (typeof bound === 'number') return name;
    const one = JSON.stringify(bound);
    const all = this.moving.get(name) ?? [];
    this.moving.set(name, all);
    const place = all.includes(one) ? all.indexOf(one) : all.push(one) - 1;
    return place === 0 ? name : name.replace(/\)$/, ` ${place + 1})`);
  }

  private remember<M extends Memory>(memory: M): M {
    this.memory.push(memory);
    return memory;
  }
}

/**
 * Adds a reading to a window of at most `size`. Counted in evaluations, it is added where the step
 * gave one; counted in steps, the last reading is added at every step.
 */
function push(
  memory: Part<'window'>,
  readings: Readings,
  metric: string,
  unit: 'evaluations' | 'steps',
  size: number,
): void {
  const x = readings.last(metric);
  if (x === undefined || !Number.isFinite(x)) return;
  if (unit === 'evaluations' && !readings.isFresh(metric)) return;
  memory.window.push(x);
  if (memory.window.length <= size) return;
  const left = memory.window.shift() as number;
  memory.before = memory.before === null ? left : Math.max(memory.before, left);
}

function clear(part: Memory): void {
  if (part.part === 'sustained') part.count = 0;
  else if (part.part === 'average') part.value = null;
  else Object.assign(part, { window: [], before: null });
}

function compares(x: number, by: Compare['by'], y: number): boolean {
  if (Number.isNaN(x) || Number.isNaN(y)) return false;
  switch (by) {
    case '>':
      return x > y;
    case '>=':
      return x >= y;
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '==':
      return x === y;
    case '!=':
      return x !== y;
  }
}

function nameOf(reading: Reading): string {
  if (reading.of === 'last') return reading.metric;
  return reading.of === 'best' ? `best(${reading.metric})` : `ema(${reading.metric}, ${reading.span} steps)`;
}

function boundOf(bound: Bound): (at: TriggerPoint) => number {
  return typeof bound === 'number' ? () => bound : ({ began }) => valueAt(bound, began);
}

/** A bound that moves is told with the readings; one that does not stands in the file. */
function moved(name: string, bound: Bound, value: number | undefined): Values {
  return typeof bound === 'number' ? {} : known(name, value);
}

function known(name: string, value: number | undefined): Values {
  return value === undefined ? {} : { [name]: value };
}
