import type { Domain } from './domains.ts';
import type { ModelSource } from './model-source.ts';
import type { Node } from './nodes.ts';
import type { Schedule } from './schedule.ts';
import type { SettingValue, TaskReference } from './task-reference.ts';
/**
 * The typed execution graph: all that a run needs, without the source text. It is written as JSON,
 * checked against its JSON Schema wherever it is read, and named by the hash of its canonical form.
 */
export interface Graph {
    format: 'prorl-graph/1';
    edition: number;
    pipeline: string;
    seed: number;
    model: ModelSource;
    /** By name; suites and sample nodes refer to them. */
    mixtures: Record<string, Mixture>;
    suites: Record<string, Suite>;
    /** The stages in the order in which they run. */
    stages: Stage[];
    nodes: Node[];
    edges: Edge[];
    /** The packages that tasks and templates came from. The run record pins them. */
    libraries: Library[];
}
export interface Mixture {
    entries: MixtureEntry[];
    /** Moves the levels of the entries by their pass rates; null: levels are drawn evenly from their range. */
    curriculum: Curriculum | null;
}
export interface Curriculum {
    /** The band of the pass rate (share of wholly right responses) in which a level is kept; both ends included. */
    keep: {
        from: number;
        to: number;
    };
    /** Prompts of an entry, posed at its present level, over which its pass rate is taken. */
    window: number;
    /** The share of its weight at which an entry is drawn that is outside the band and has no level left to move to. */
    floor: number;
}
export interface MixtureEntry {
    /** Unique in its mixture: the task's name, with `-2`, `-3` ... where a task appears again. Metrics by task use it. */
    name: string;
    task: TaskReference;
    /** What the task is about, for metrics and reports; null: its declaration does not say. */
    domain: Domain | null;
    /** The difficulty levels of its problems; null: it is set by `task.settings` alone. */
    levels: Levels | null;
    /** Relative; read at the start of a step; 0 draws nothing. */
    weight: Schedule;
    /** First step at which the entry is drawn, and the first at which it no longer is (null: to the end). */
    from: number;
    until: number | null;
}
export interface Levels {
    /** The number of the first of them; the others follow without gap. */
    from: number;
    /** The task's settings at each, the easiest first; those of the first are `task.settings` too. */
    settings: Record<string, SettingValue>[];
}
export interface Suite {
    /** A mixture's name: problems are drawn by its weights at step 0 (entries of weight 0 or of a later start get an equal share too). */
    mixture: string;
    problems: number;
    samples: number;
    temperature: number;
    topP: number;
    maxTokens: number;
    /** The k of each reported pass@k, ascending; none above `samples`. */
    passAt: number[];
}
export interface Stage {
    /** Unique in the graph: the template's name, with `-2`, `-3` ... where a template runs again. */
    id: string;
    kind: 'reinforce' | 'supervised';
}
export interface Library {
    name: string;
    version: string;
    /** SHA-256 over the listing of the files that npm publishes of it; of prorl, over its modules of the language. */
    hash: string;
}
/** What may flow along an edge. */
export type PortType = 'Prompts' | 'Rollouts' | 'Scores' | 'Groups' | 'Batch' | 'Metrics' | 'Policy';
/** `from` and `to` are `NODE:PORT`. */
export interface Edge {
    from: string;
    to: string;
    type: PortType;
}
