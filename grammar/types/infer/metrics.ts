import type { MetricInfo, Stage } from '../../../runtime/graph/index.ts';
import {
  isAuditMetric,
  isMixtureMetric,
  mixtureMetrics,
  stageMetrics,
  suiteMetrics,
} from '../../../runtime/graph/metrics.ts';
import type { Path } from '../../ast.ts';
import { listed, nearest, problem, replace } from '../../diagnostics/index.ts';
import { cover } from '../../span.ts';
import { entryNames } from '../entry-names.ts';
import { t } from '../type.ts';
import type { MixtureUse, SuiteUse, ValueOf } from '../value.ts';
import type { Context } from './context.ts';
import { lookUp } from './names.ts';

/** Every metric that some kind of stage gives, by name. */
const ofStages: ReadonlyMap<string, MetricInfo> = new Map(
  (['reinforce', 'supervised'] as const).flatMap((kind) => stageMetrics(kind).map((one) => [one.name, one])),
);

/** The metrics of suites, each worked out once, however often they are named. */
const ofSuites = new WeakMap<SuiteUse, readonly MetricInfo[]>();

/** The metrics of a suite, by name. */
export function metricsOfSuite(suite: SuiteUse): readonly MetricInfo[] {
  const known = ofSuites.get(suite) ?? suiteMetricsOf(suite);
  ofSuites.set(suite, known);
  return known;
}

function suiteMetricsOf(suite: SuiteUse): MetricInfo[] {
  const mixture = suite.fields.get('tasks')?.value;
  const tasks = mixture?.kind === 'mixture' ? mixture.mixture.entries : [];
  const names = entryNames(tasks.map((one) => one.task?.name ?? ''));
  const domains = [...new Set(tasks.flatMap((one) => one.task?.domain ?? []))].sort();
  const passAt = suite.passAt.map((one) => one.k);
  return suiteMetrics(
    suite.declaration.name.text,
    { passAt },
    names.length > 1 ? names : names.filter((n) => n !== ''),
    domains,
  );
}

/** The metrics that a stage of a kind gives of the entries and domains of a mixture. */
export function metricsOfMixture(kind: Stage['kind'], use: MixtureUse): MetricInfo[] {
  const names = entryNames(use.entries.map((one) => one.task?.name ?? ''));
  const entries = use.entries.map(({ task }, i) => ({
    name: names[i]!,
    domain: task?.domain ?? null,
    levels: task?.level ? { from: task.level.from, settings: [] } : null,
  }));
  return mixtureMetrics(kind, { entries, curriculum: use.curriculum });
}

/** What is known of a metric by its full name; undefined for shares and for suites' metrics. */
export function stageMetric(name: string): MetricInfo | undefined {
  return ofStages.get(name);
}

/**
 * The metric that a path names: a parameter, one of a stage's own, one of its mixture's, or one of a suite.
 * Which of them a stage really gives is looked at when the pipeline is put together.
 */
export function metricOf(cx: Context, path: Path): ValueOf<'metric'> | ValueOf<'open'> | undefined {
  const head = path.names[0];
  if (head === undefined || path.names.some((one) => one.text === '')) return undefined;
  const found = lookUp(cx, head.text);
  if (path.names.length === 1 && found?.kind === 'parameter') {
    const { value } = found;
    if (value.kind === 'metric') return value;
    if (value.kind === 'open' && value.type.kind === 'metric') return value;
  }
  if (found?.kind === 'broken') return undefined;
  const isSuite =
    (found?.kind === 'declaration' && found.declaration.kind === 'SuiteDeclaration') ||
    (found?.kind === 'parameter' &&
      (found.value.kind === 'suite' || (found.value.kind === 'open' && found.value.type.kind === 'suite')));
  if (isSuite) return metricOfSuite(cx, path);
  if (ofStages.has(path.text) || isMixtureMetric(path.text) || isAuditMetric(path.text)) {
    return { kind: 'metric', name: path.text };
  }
  return reportUnknownMetric(cx, path);
}

function metricOfSuite(cx: Context, path: Path): ValueOf<'metric'> | ValueOf<'open'> | undefined {
  const head = path.names[0]!;
  const suite = cx.evaluate({ kind: 'Path', span: head.span, names: [head], text: head.text }, t.suite);
  if (suite?.kind === 'open') return { kind: 'open', type: t.metric };
  if (suite?.kind !== 'suite') return undefined;
  const own = suite.suite.declaration.name.text;
  const name = [own, ...path.names.slice(1).map((one) => one.text)].join('.');
  const metrics = metricsOfSuite(suite.suite);
  if (metrics.some((one) => one.name === name)) {
    cx.suites.set(own, suite.suite);
    return { kind: 'metric', name };
  }
  const rests = metrics.map((one) => one.name.slice(own.length + 1));
  const rest = path.names.slice(1);
  if (rest.length === 0) {
    return cx.report(
      problem('N0203', path.span, `"${head.text}" is a suite, not a metric`, {
        label: 'which of its metrics?',
        reason: `It gives ${listed(rests, 'and')}.`,
        fix: replace(path.span, `${head.text}.pass@1`, `write "${head.text}.pass@1"`),
      }),
    );
  }
  const written = rest.map((one) => one.text).join('.');
  const span = cover(rest[0]!.span, rest[rest.length - 1]!.span);
  const missing = /^(?:.*\.)?pass@(\d+)$/.exec(written);
  const near = nearest(written, rests);
  return cx.report(
    problem('N0203', span, `the suite "${head.text}" gives no metric "${written}"`, {
      reason: missing
        ? `It reports ${listed(
            rests.filter((one) => /^pass@/.test(one)),
            'and',
          )}: add pass@${missing[1]} to its report to have it.`
        : `It gives ${listed(rests, 'and')}.`,
      fix: near === undefined || missing ? undefined : replace(span, near, `did you mean "${near}"?`),
    }),
  );
}

function reportUnknownMetric(cx: Context, path: Path): undefined {
  if (cx.scope.module.lost.has(path.names[0]!.text)) return undefined;
  const suites = [...cx.scope.module.scope].flatMap(([name, { declaration }]) =>
    declaration.kind === 'SuiteDeclaration' ? [name] : [],
  );
  const head = path.names[0]!;
  const nearSuite = path.names.length > 1 ? nearest(head.text, suites) : undefined;
  const rest = path.names.slice(1).map((one) => one.text);
  const near = nearSuite === undefined ? nearest(path.text, ofStages.keys()) : [nearSuite, ...rest].join('.');
  const parts = [...ofStages.keys()].filter((one) => one.startsWith(`${head.text}.`));
  return cx.report(
    problem('N0203', path.span, `no metric is called "${path.text}"`, {
      reason:
        parts.length > 0
          ? `Metrics of that kind are ${listed(parts, 'and')}.`
          : near === undefined
            ? `Stages give metrics such as "kl.mean", "reward.mean" and "entropy"; a suite gives its own, such as ${suites[0] ?? 'heldout'}.pass@1.`
            : undefined,
      fix: near === undefined ? undefined : replace(path.span, near, `did you mean "${near}"?`),
    }),
  );
}
