import type { MixtureEntry, Stage, Suite } from './graph.ts';
export type MetricUnit = 'number' | 'fraction' | 'nats' | 'tokens' | 'responses' | 'groups' | 'per second' | 'seconds';
export interface MetricInfo {
    readonly name: string;
    readonly unit: MetricUnit;
    readonly doc: string;
}
/** The metrics that a stage of a kind gives at every step, besides those of its mixture (`mixtureMetrics`). */
export declare function stageMetrics(kind: Stage['kind']): readonly MetricInfo[];
/** What `mixtureMetrics` reads of a mixture. */
export interface MixtureShape {
    readonly entries: readonly Pick<MixtureEntry, 'name' | 'domain' | 'levels'>[];
    readonly curriculum: object | null;
}
/**
 * The metrics that a stage gives of the entries and domains of its mixture. What was not drawn at a step has
 * no pass rate there.
 */
export declare function mixtureMetrics(kind: Stage['kind'], { entries, curriculum }: MixtureShape): MetricInfo[];
/** Whether a name is of the form of a mixture's metric; which of them a stage gives depends on its mixture. */
export declare function isMixtureMetric(name: string): boolean;
/** The metric of an audit: how far `metric` has risen while its counter-metric has not. */
export declare function auditMetric(metric: string): string;
export declare function isAuditMetric(name: string): boolean;
/** The metrics that a suite gives at each evaluation: `SUITE.pass@K`, `SUITE.ENTRY.pass@K` and `SUITE.domain.DOMAIN.pass@K`. */
export declare function suiteMetrics(name: string, suite: Pick<Suite, 'passAt'>, entries: readonly string[], domains: readonly string[]): MetricInfo[];
