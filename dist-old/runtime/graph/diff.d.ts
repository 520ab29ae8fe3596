import type { Graph } from './graph.ts';
import type { Schedule } from './schedule.ts';
import type { Trigger } from './trigger.ts';
/** What a difference is about. */
export type DiffSubject = 'model' | 'seed' | 'stage' | 'node' | 'mixture' | 'suite' | 'library' | 'edge' | 'edition';
/** One way in which two graphs mean different things. */
export interface Difference {
    kind: 'added' | 'removed' | 'changed' | 'renamed' | 'moved';
    subject: DiffSubject;
    /** The stage, node, mixture, suite or library, as its graph names it; null for the graph's own. */
    name: string | null;
    /** The setting that changed, such as `kl.coefficient`; null where the whole thing was added or removed. */
    setting: string | null;
    before: DiffValue;
    after: DiffValue;
}
/** A value on either side; schedules and triggers as the graph holds them. */
export type DiffValue = {
    kind: 'none';
} | {
    kind: 'value';
    value: unknown;
} | {
    kind: 'schedule';
    schedule: Schedule;
} | {
    kind: 'trigger';
    trigger: Trigger;
};
/**
 * What changes from one pipeline to another, by meaning. The pipeline's name, texts of triggers, the order
 * of declarations and of a mixture's entries, and the way in which a schedule or a condition is put together
 * do not count. Names of mixtures, suites and stages do: problems are drawn by the first, metrics and
 * `--set` go by the others. An empty list: both mean the same.
 */
export declare function diffGraphs(before: Graph, after: Graph): Difference[];
