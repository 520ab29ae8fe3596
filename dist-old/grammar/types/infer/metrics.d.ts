import type { MetricInfo, Stage } from '../../../runtime/graph/index.ts';
import type { Path } from '../../ast.ts';
import type { MixtureUse, SuiteUse, ValueOf } from '../value.ts';
import type { Context } from './context.ts';
/** The metrics of a suite, by name. */
export declare function metricsOfSuite(suite: SuiteUse): MetricInfo[];
/** The metrics that a stage of a kind gives of the entries and domains of a mixture. */
export declare function metricsOfMixture(kind: Stage['kind'], use: MixtureUse): MetricInfo[];
/** What is known of a metric by its full name; undefined for shares and for suites' metrics. */
export declare function stageMetric(name: string): MetricInfo | undefined;
/**
 * The metric that a path names: a parameter, one of a stage's own, one of its mixture's, or one of a suite.
 * Which of them a stage really gives is looked at when the pipeline is put together.
 */
export declare function metricOf(cx: Context, path: Path): ValueOf<'metric'> | ValueOf<'open'> | undefined;
