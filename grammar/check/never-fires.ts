import type { Compare, Trigger } from '../../runtime/graph/index.ts';
import { problem } from '../diagnostics/index.ts';
import type { Span } from '../span.ts';
import { stageMetric } from '../types/infer/metrics.ts';
import type { Condition, ResolvedPipeline, ResolvedRun } from '../types/value.ts';
import type { Check, Rule } from './rule.ts';
import { conditionsOf, longestOf, parts } from './walk.ts';

/** Conditions that no value of a metric, or no length of the stage, can ever make true. */
export const neverFires: Rule = {
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
  if (unit === 'fraction' || /(^share\.|\.pass@\d+$|\.truncated$)/.test(metric)) return [0, 1];
  const counts = unit === 'tokens' || unit === 'seconds' || /\.length$/.test(metric);
  const never = ['entropy', 'grad.norm', 'reward.std', 'rate', 'ratio.max', 'temperature'];
  return counts || never.includes(metric) ? [0, Infinity] : [-Infinity, Infinity];
}

function impossible(condition: Condition, check: Check): void {
  if (condition.value.kind !== 'trigger') return;
  look(condition.value.trigger, condition.span, check);
}

/** A part under `not` may be impossible on purpose: it makes the whole always true, which is another matter. */
function look(trigger: Trigger, whole: Span, check: Check): void {
  const at = check.spans.get(trigger) ?? whole;
  switch (trigger.op) {
    case 'compare':
      if (typeof trigger.right === 'number') compareNever(trigger, trigger.right, at, check);
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
      if (trigger.by < most - least) return;
      check.report(
        problem('G0503', at, `"${trigger.metric}" can never move by more than ${trigger.by}`, {
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

function compareNever(compare: Compare, right: number, at: Span, check: Check): void {
  const [least, most] = rangeOf(compare.left.metric);
  const never =
    (compare.by === '>' && right >= most) ||
    (compare.by === '>=' && right > most) ||
    (compare.by === '<' && right <= least) ||
    (compare.by === '<=' && right < least) ||
    (compare.by === '==' && (right < least || right > most));
  if (!never) return;
  const percent = most === 1 && right > 1 && right <= 100;
  check.report(
    problem('G0503', at, `"${compare.left.metric}" is never ${compare.by} ${right}`, {
      label: 'never true',
      reason: most === 1 ? `It is a fraction, from 0 to 1${percent ? `: did you mean ${right}%` : ''}.` : 'It is never less than 0.',
    }),
  );
}

/** `kl.mean > 2 and kl.mean < 1`. */
function contradiction(of: readonly Trigger[], at: Span, check: Check): void {
  const floors = new Map<string, number>();
  const ceilings = new Map<string, number>();
  for (const one of of) {
    if (one.op !== 'compare' || typeof one.right !== 'number' || one.left.of !== 'last') continue;
    const { metric } = one.left;
    if (one.by === '>' || one.by === '>=') floors.set(metric, Math.max(floors.get(metric) ?? -Infinity, one.right));
    if (one.by === '<' || one.by === '<=') ceilings.set(metric, Math.min(ceilings.get(metric) ?? Infinity, one.right));
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
    for (const part of parts(condition.value.trigger)) {
      const needs = needed(part, plan);
      if (needs === null || needs.steps <= length) continue;
      check.report(
        problem('G0503', check.spans.get(part) ?? condition.span, `this can never hold within the stage's ${length} steps`, {
          label: needs.why,
          secondary: run.until ? [{ span: run.until.span, text: 'the stage ends here at the latest' }] : [],
          severity: 'warning',
        }),
      );
    }
  }
}

function needed(part: Trigger, plan: ResolvedPipeline): { steps: number; why: string } | null {
  switch (part.op) {
    case 'every':
      return { steps: part.steps, why: `first true after ${part.steps} steps` };
    case 'sustained':
      return { steps: part.steps, why: `takes at least ${part.steps} steps` };
    case 'reached':
      return part.unit === 'steps' ? { steps: part.count, why: `first true after ${part.count} steps` } : null;
    case 'plateau':
    case 'falls':
    case 'rises': {
      const readings = part.over + 1;
      const suite = plan.evaluates.find((one) => part.metric.startsWith(`${one.suite.declaration.name.text}.`));
      const every = part.unit === 'steps' ? 1 : (suite?.every.value.value ?? null);
      if (every === null) return null;
      const steps = readings * every;
      return { steps, why: `needs ${readings} readings, one every ${every === 1 ? 'step' : `${every} steps`}` };
    }
    default:
      return null;
  }
}
