import { scheduleRange } from '../../runtime/graph/schedule-value.ts';
import { isReading, type Bound, type Compare, type Trigger } from '../../runtime/graph/trigger.ts';
import { problem, replace } from '../diagnostics/index.ts';
import type { Span } from '../span.ts';
import { stageMetric } from '../types/infer/metrics.ts';
import type { Condition, ResolvedPipeline, ResolvedRun } from '../types/value.ts';
import type { Check, Rule } from './rule.ts';
import { conditionsOf, longestOf } from './walk.ts';

/** Conditions that no value of a metric, or no length of the stage, can ever make true. */
export const neverFires: Rule = {
  trigger(trigger, check) {
    const span = check.spans.get(trigger);
    if (span !== undefined) look(trigger, span, check);
  },
  stage(stage, check) {
    for (const condition of conditionsOf(stage)) impossible(condition, check);
  },
  run(run, plan, check) {
    if (run.until !== null) impossible(run.until, check);
    tooLate(run, plan, check);
  },
};

/** The values that a metric can have, as far as its name says. */
function rangeOf(metric: string): readonly [least: number, most: number] {
  const unit = stageMetric(metric)?.unit;
  if (unit === 'fraction' || /(^share\.|\.pass@\d+$|\.truncated$|\.correct$)/.test(metric)) return [0, 1];
  const counts = unit === 'tokens' || unit === 'seconds' || /\.length$/.test(metric);
  const never = ['entropy', 'grad.norm', 'reward.std', 'rate', 'ratio.max', 'kl.update', 'temperature'];
  return counts || never.includes(metric) ? [0, Infinity] : [-Infinity, Infinity];
}

/** Reports what no value of a metric can make true. */
export function impossible(condition: Condition, check: Check): void {
  if (condition.value.kind !== 'trigger') return;
  look(condition.value.trigger, condition.span, check);
}

/** A part under `not` may be impossible on purpose: it makes the whole always true, which is another matter. */
function look(trigger: Trigger, whole: Span, check: Check): void {
  const at = check.spans.get(trigger) ?? whole;
  switch (trigger.op) {
    case 'compare':
      if (!isReading(trigger.right)) compareNever(trigger, valuesOf(trigger.right), at, check);
      break;
    case 'and':
      for (const one of trigger.of) look(one, at, check);
      contradiction(trigger.of, at, check);
      break;
    case 'or':
      for (const one of trigger.of) look(one, at, check);
      break;
    case 'sustained':
      look(trigger.of, at, check);
      break;
    case 'falls':
    case 'rises': {
      const [least, most] = rangeOf(trigger.metric);
      const by = valuesOf(trigger.by);
      if (by.least < most - least) return;
      check.report(
        problem('G0503', at, `"${trigger.metric}" can never move by more than ${inWords(by)}`, {
          label: 'never true',
          reason: `Its values lie between ${least} and ${most}.`,
        }),
      );
      break;
    }
    default:
      break;
  }
}

/** The values that a bound can have. */
interface Values {
  readonly least: number;
  readonly greatest: number;
}

function valuesOf(bound: Bound): Values {
  return typeof bound === 'number' ? { least: bound, greatest: bound } : scheduleRange(bound);
}

/** `95`, or of a bound that moves `from 50 to 95`. */
function inWords({ least, greatest }: Values, sign = ''): string {
  return least === greatest ? `${least}${sign}` : `a schedule from ${least}${sign} to ${greatest}${sign}`;
}

/** Whether no value of the bound at all can be met. */
function compareNever(compare: Compare, bound: Values, at: Span, check: Check): void {
  const [least, most] = rangeOf(compare.left.metric);
  const never =
    (compare.by === '>' && bound.least >= most) ||
    (compare.by === '>=' && bound.least > most) ||
    (compare.by === '<' && bound.greatest <= least) ||
    (compare.by === '<=' && bound.greatest < least) ||
    (compare.by === '==' && (bound.greatest < least || bound.least > most));
  if (!never) return;
  // More than 100 % there is not either.
  const percent =
    most === 1 && bound.least > 1 && bound.greatest <= 100 && (compare.by !== '>' || bound.least < 100);
  const written = percent ? check.bounds.get(compare) : undefined;
  const asks = percent && written === undefined;
  check.report(
    problem('G0503', at, `"${compare.left.metric}" is never ${compare.by} ${inWords(bound)}`, {
      label: 'never true',
      reason:
        most === 1
          ? `It is a fraction, from 0 to 1.${asks ? ` Did you mean ${inWords(bound, '%')}?` : ''}`
          : 'It is never less than 0.',
      fix:
        written === undefined
          ? undefined
          : replace(written, inWords(bound, '%'), `did you mean "${inWords(bound, '%')}"?`),
    }),
  );
}

/** `kl.mean > 2 and kl.mean < 1`. */
function contradiction(of: readonly Trigger[], at: Span, check: Check): void {
  const floors = new Map<string, number>();
  const ceilings = new Map<string, number>();
  for (const one of of) {
    if (one.op !== 'compare' || isReading(one.right) || one.left.of !== 'last') continue;
    const { metric } = one.left;
    // At every step what is asked for lies beyond these, wherever a bound that moves may stand.
    const { least, greatest } = valuesOf(one.right);
    if (one.by === '>' || one.by === '>=')
      floors.set(metric, Math.max(floors.get(metric) ?? -Infinity, least));
    if (one.by === '<' || one.by === '<=')
      ceilings.set(metric, Math.min(ceilings.get(metric) ?? Infinity, greatest));
  }
  for (const [metric, floor] of floors) {
    const ceiling = ceilings.get(metric);
    if (ceiling === undefined || floor < ceiling) continue;
    if (floor === ceiling && of.every((one) => one.op !== 'compare' || /=/.test(one.by))) continue;
    check.report(
      problem('G0503', at, `"${metric}" cannot be above ${floor} and below ${ceiling} at once`, {
        label: 'never true',
        reason: '"and" asks for both at the same step. "or" may be meant.',
      }),
    );
  }
}

/** Conditions that need more steps or evaluations than the stage has. */
function tooLate(run: ResolvedRun, plan: ResolvedPipeline, check: Check): void {
  const length = longestOf(run);
  if (length === null) return;
  for (const condition of conditionsOf(run.stage)) {
    if (condition.value.kind !== 'trigger') continue;
    const needs = needed(condition.value.trigger, plan);
    if (needs.steps <= length) continue;
    check.report(
      problem('G0503', condition.span, `this can never hold within the stage's ${length} steps`, {
        label: needs.why,
        secondary: run.until ? [{ span: run.until.span, text: 'the stage ends here at the latest' }] : [],
        severity: 'warning',
        reason: 'What a condition counts starts afresh with the stage.',
      }),
    );
  }
}

interface Needs {
  readonly steps: number;
  readonly why: string;
}

const atOnce: Needs = { steps: 1, why: '' };

/** The steps after which a condition can first hold, counted from where its windows begin. */
export function needed(trigger: Trigger, plan: ResolvedPipeline): Needs {
  const all = (of: readonly Trigger[]) =>
    of.map((one) => needed(one, plan)).toSorted((a, b) => a.steps - b.steps);
  switch (trigger.op) {
    case 'or':
      return all(trigger.of)[0] ?? atOnce;
    case 'and':
      return all(trigger.of).at(-1) ?? atOnce;
    case 'every':
      return { steps: trigger.steps, why: `first true after ${trigger.steps} steps` };
    case 'sustained': {
      const inner = needed(trigger.of, plan);
      return {
        steps: inner.steps + trigger.steps - 1,
        why: inner.why || `takes at least ${trigger.steps} steps`,
      };
    }
    case 'reached':
      return trigger.unit === 'steps'
        ? { steps: trigger.count, why: `first true after ${trigger.count} steps` }
        : atOnce;
    case 'plateau':
    case 'falls':
    case 'rises': {
      const suite = plan.evaluates.find((one) =>
        trigger.metric.startsWith(`${one.suite.declaration.name.text}.`),
      );
      const every = trigger.unit === 'steps' ? 1 : suite?.every.value.value;
      if (every === undefined) return atOnce;
      const readings = trigger.over + 1;
      const often = every === 1 ? 'step' : `${every} steps`;
      // Evaluations fall on multiples of their period in the whole run, so that the first may come at once.
      return { steps: (readings - 1) * every + 1, why: `needs ${readings} readings, one every ${often}` };
    }
    default:
      return atOnce;
  }
}
