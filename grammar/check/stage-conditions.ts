import { stageMetrics } from '../../runtime/graph/metrics.ts';
import { problem } from '../diagnostics/index.ts';
import { counted } from '../types/units.ts';
import type { Condition, ResolvedPipeline, ResolvedRun } from '../types/value.ts';
import { whyNot } from './metrics-given.ts';
import { impossible, needed } from './never-fires.ts';
import { isTest, type Check, type Rule } from './rule.ts';
import { longestOf, metricsIn, parts, type MetricRead } from './walk.ts';

/** `run STAGE when CONDITION`: the condition is read once, and can be read then. */
export const stageConditions: Rule = {
  run(run, plan, check) {
    if (run.when === null) return;
    impossible(run.when, check);
    recurring(run.when, check);
    // Of a plan that could not be read whole it is not known what comes before.
    if (!plan.sound) return;
    const before = plan.runs.slice(0, plan.runs.indexOf(run));
    const unread = metricsIn(run.when, check).flatMap((read) => whyUnread(read, before, plan) ?? []);
    for (const found of unread) check.report(found);
    if (unread.length === 0) tooEarly(run.when, before, plan, check);
  },
};

/** `every 10 steps` asks for what happens again and again. */
function recurring({ value, span }: Condition, check: Check): void {
  if (value.kind !== 'trigger') return;
  const every = parts(value.trigger).find((part) => part.op === 'every');
  if (every === undefined) return;
  check.report(
    problem('G0532', check.spans.get(every) ?? span, 'this condition is read once, not every so many steps', {
      label: 'read as the turn of the stage comes',
      reason:
        'Whether a stage is run is decided at one moment, when the stage before it has ended. What is to happen again and again belongs in the stage: a reset, a guard, or its end.',
    }),
  );
}

/** What must have been given before the turn of the stage: by a stage before it, or by a suite. */
function whyUnread(read: MetricRead, before: readonly ResolvedRun[], plan: ResolvedPipeline) {
  const reasons = before.map((run) => whyNot(read, run, plan));
  if (before.length > 0) return reasons.includes(undefined) ? undefined : reasons.at(-1);
  const suites = isTest(plan) ? null : plan.evaluates.map(({ suite }) => suite.declaration.name.text);
  const head = read.metric.split('.')[0]!;
  const ofSuite =
    suites?.includes(head) ?? !stageMetrics('reinforce').some(({ name }) => name === read.metric);
  if (ofSuite) return undefined;
  return problem('G0504', read.span, `"${read.metric}" has no value before the first step`, {
    label: 'read there, since no stage comes before',
    reason:
      'Before the first step only suites have been measured, those that the pipeline evaluates: "evaluate heldout every 25 steps", then "when heldout.pass@1 < 20%".',
  });
}

/** A condition that needs more steps than the stages before it can have. */
function tooEarly(
  when: Condition,
  before: readonly ResolvedRun[],
  plan: ResolvedPipeline,
  check: Check,
): void {
  if (when.value.kind !== 'trigger') return;
  const lengths = before.map(longestOf);
  if (lengths.includes(null)) return;
  const done = (lengths as number[]).reduce((a, b) => a + b, 0);
  const needs = needed(when.value.trigger, plan);
  // A comparison needs a reading, and the base evaluation gives one.
  if (needs.steps <= Math.max(1, done)) return;
  check.report(
    problem('G0503', when.span, `this can never hold when the turn of the stage comes`, {
      label: needs.why,
      severity: 'warning',
      reason: `At most ${counted(done, 'steps')} are done by then, counted from the start of the run.`,
    }),
  );
}
