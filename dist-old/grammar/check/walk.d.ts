import type { Trigger } from '../../runtime/graph/index.ts';
import type { Condition, ResolvedRun, ResolvedStage } from '../types/value.ts';
import type { Span } from '../span.ts';
import type { Check } from './rule.ts';
/** A trigger and all that it is made of. */
export declare function parts(trigger: Trigger): Trigger[];
/** The conditions of a stage's resets and guards. */
export declare function conditionsOf(stage: ResolvedStage): Condition[];
/** Where a metric is read, by its name. */
export interface MetricRead {
    readonly metric: string;
    readonly span: Span;
}
/** The metrics that a condition reads. */
export declare function metricsIn(condition: Condition, check: Pick<Check, 'spans'>): MetricRead[];
/** All the metrics that a stage reads where it is run. */
export declare function metricsRead(run: ResolvedRun, check: Pick<Check, 'spans'>): MetricRead[];
/** The steps after which a stage has surely ended; null: nothing bounds them. */
export declare function longestOf(run: ResolvedRun): number | null;
