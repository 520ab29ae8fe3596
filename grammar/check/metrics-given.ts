import { stageMetrics } from '../../runtime/graph/metrics.ts';
import { listed, problem, type Diagnostic } from '../diagnostics/index.ts';
import { entryNames } from '../types/entry-names.ts';
import type { ResolvedPipeline, ResolvedRun } from '../types/value.ts';
import { isTest, type Rule } from './rule.ts';
import { metricsRead, type MetricRead } from './walk.ts';

/** What a stage reads is given by the stage itself or by a suite that the pipeline evaluates. */
export const metricsGiven: Rule = {
  run(run, plan, check) {
    const seen = new Set<string>();
    for (const read of metricsRead(run, check)) {
      const key = `${read.metric}@${read.span.file}:${read.span.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const found = whyNot(read, run, plan);
      if (found !== undefined) check.report(found);
    }
  },
};

function whyNot(
  { metric, span }: MetricRead,
  run: ResolvedRun,
  plan: ResolvedPipeline,
): Diagnostic | undefined {
  const { stage } = run;
  const own = stageMetrics(stage.kind).some((one) => one.name === metric);
  if (own && (metric.startsWith('kl.') ? stage.blocks.has('kl') : true)) return undefined;
  if (own) {
    return problem('G0504', span, `"${metric}" has no value in the stage "${stage.name}"`, {
      label: 'without a kl block there is no KL',
      reason:
        'KL is measured against the reference policy, which only a kl block brings: for example kl { coefficient: 0 } measures it and weighs nothing.',
    });
  }
  const [head = '', ...rest] = metric.split('.');
  if (head === 'share') return shareProblem(rest.join('.'), metric, span, run);
  const other = stage.kind === 'reinforce' ? 'supervised' : 'reinforce';
  if (stageMetrics(other).some((one) => one.name === metric)) {
    return problem('G0504', span, `a ${stage.kind} stage gives no metric "${metric}"`, {
      label: `only ${other} stages do`,
      secondary: [{ span: stage.span, text: `run here as a ${stage.kind} stage` }],
    });
  }
  if (isTest(plan) || plan.evaluates.some((one) => one.suite.declaration.name.text === head))
    return undefined;
  const evaluated = plan.evaluates.map((one) => one.suite.declaration.name.text);
  return problem('G0504', span, `"${metric}" never has a value: the suite "${head}" is not evaluated`, {
    label: 'read here',
    secondary: [
      {
        span: plan.span,
        text:
          evaluated.length === 0
            ? 'this pipeline evaluates nothing'
            : `this pipeline evaluates only ${listed(evaluated, 'and')}`,
      },
    ],
    reason: `A suite's metrics are known after each evaluation. Write for example "evaluate ${head} every 25 steps" in the pipeline.`,
  });
}

function shareProblem(
  entry: string,
  metric: string,
  span: MetricRead['span'],
  run: ResolvedRun,
): Diagnostic | undefined {
  const mixture = run.stage.fields.get('mixture')?.value;
  if (mixture?.kind !== 'mixture') return undefined;
  const names = entryNames(mixture.mixture.entries.map((one) => one.task?.name ?? ''));
  if (names.includes(entry)) return undefined;
  return problem(
    'G0504',
    span,
    `the mixture "${mixture.mixture.declaration.name.text}" has no entry "${entry}"`,
    {
      label: metric,
      reason: `Its entries are ${listed(names, 'and')}.`,
    },
  );
}
