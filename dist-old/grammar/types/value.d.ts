import type { Domain, Expectation, ModelSource, Schedule, Stage, Trigger } from '../../runtime/graph/index.ts';
import type { MixtureDeclaration, ModelDeclaration, PipelineDeclaration, RewardDeclaration, StageDeclaration, StringLiteral, SuiteDeclaration, TaskDeclaration, VerifierDeclaration } from '../ast.ts';
import type { Module } from '../modules/index.ts';
import type { Span } from '../span.ts';
import type { Fraction } from './fraction.ts';
import type { SourceName } from './task-sources.ts';
import type { Type } from './type.ts';
import type { Unit } from './units.ts';
/** What an expression comes to. An `open` value stands for a parameter that no argument has filled yet. */
export type Value = {
    readonly kind: 'number';
    readonly value: number;
    readonly unit: Unit | null;
    /** Of a calculation: its result before it was rounded to `value`. */
    readonly exact?: Fraction;
} | {
    readonly kind: 'range';
    readonly from: number;
    readonly to: number;
    readonly unit: Unit | null;
} | {
    readonly kind: 'string';
    readonly value: string;
} | {
    readonly kind: 'word';
    readonly value: string;
} | {
    readonly kind: 'boolean';
    readonly value: boolean;
} | {
    readonly kind: 'none';
} | {
    readonly kind: 'schedule';
    readonly schedule: Schedule;
    readonly unit: Unit | null;
} | {
    readonly kind: 'trigger';
    readonly trigger: Trigger;
    readonly text: string;
} | {
    readonly kind: 'metric';
    readonly name: string;
} | {
    readonly kind: 'task';
    readonly task: TaskUse;
} | {
    readonly kind: 'verifier';
    readonly verifier: VerifierUse;
} | {
    readonly kind: 'mixture';
    readonly mixture: MixtureUse;
} | {
    readonly kind: 'suite';
    readonly suite: SuiteUse;
} | {
    readonly kind: 'model';
    readonly model: ModelUse;
} | {
    readonly kind: 'reward';
    readonly reward: RewardUse;
} | {
    readonly kind: 'stage';
    readonly stage: StageUse;
} | {
    readonly kind: 'open';
    readonly type: Type;
};
export type ValueOf<Kind extends Value['kind']> = Extract<Value, {
    kind: Kind;
}>;
/** Where an expression is read: its module's names, and the values of the parameters around it. */
export interface Scope {
    readonly module: Module;
    readonly bindings: ReadonlyMap<string, Value>;
    /** Where the values of parameters were written: as arguments, or as defaults. */
    readonly origins: ReadonlyMap<string, Span>;
}
/** A value and where it was written; null: a default. */
export interface Sourced<V = Value> {
    readonly value: V;
    readonly span: Span | null;
    /** Where the value itself was written, when `span` only names a parameter that has it. */
    readonly origin?: Span | undefined;
}
/** A task with its settings. */
export interface TaskUse {
    readonly name: string;
    /** Null: `reasoning_gym("graph_color")`, written where a task may stand. */
    readonly declaration: TaskDeclaration | null;
    readonly module: Module;
    readonly settings: ReadonlyMap<string, Sourced>;
    /** Null: its declaration names none. */
    readonly domain: Domain | null;
    /** Null: no level was chosen. */
    readonly level: LevelChoice | null;
    readonly source: SourceUse;
}
/** A verifier with its settings. */
export interface VerifierUse {
    readonly name: string;
    readonly declaration: VerifierDeclaration;
    readonly module: Module;
    readonly settings: ReadonlyMap<string, Sourced>;
    readonly source: SourceUse;
}
/** What stands behind a task or a verifier: `code(...)`, `program(...)` and so on. */
export interface SourceUse {
    readonly kind: SourceName;
    /** By parameter; one that is not written has its default. */
    readonly values: ReadonlyMap<string, Sourced>;
    /** What follows the parameters: a program's arguments. */
    readonly rest: readonly Sourced[];
    /** Where a file is named: as it is written. */
    readonly path: StringLiteral | null;
}
/** The levels that `level: 3` or `level: 1..4` chooses. */
export interface LevelChoice {
    readonly from: number;
    readonly to: number;
    /** The settings at each of them, arguments given beside `level` included. */
    readonly settings: readonly ReadonlyMap<string, Sourced>[];
    readonly span: Span;
}
export interface MixtureEntryUse {
    /** Null: a parameter that is not filled yet. */
    readonly task: TaskUse | null;
    readonly weight: Sourced<ValueOf<'schedule'> | ValueOf<'open'>>;
    readonly from: number;
    readonly until: number | null;
    readonly span: Span;
}
export interface MixtureUse {
    readonly declaration: MixtureDeclaration;
    readonly module: Module;
    /** Whether all parameters are filled. */
    readonly entries: readonly MixtureEntryUse[];
    /** Null: levels do not move. */
    readonly curriculum: CurriculumUse | null;
}
/** `curriculum { keep: 20%..80%  window: 32 prompts }`; what is not written holds its default. */
export interface CurriculumUse {
    readonly span: Span;
    readonly keep: Sourced<{
        readonly from: number;
        readonly to: number;
    }>;
    readonly window: Sourced<number>;
    readonly floor: Sourced<number>;
}
export interface SuiteUse {
    readonly declaration: SuiteDeclaration;
    readonly module: Module;
    readonly fields: ReadonlyMap<string, Sourced>;
    readonly passAt: readonly {
        readonly k: number;
        readonly span: Span | null;
    }[];
}
export interface ModelUse {
    readonly declaration: ModelDeclaration;
    readonly module: Module;
    readonly source: ModelSource;
}
export interface RewardUse {
    readonly declaration: RewardDeclaration;
    readonly module: Module;
    readonly fields: ReadonlyMap<string, Sourced>;
}
/** A stage, or a kind of stage (`reinforce`), with the arguments that it has been given. */
export type StageUse = {
    readonly builtin: Stage['kind'];
} | {
    readonly builtin: null;
    readonly declaration: StageDeclaration;
    readonly module: Module;
    /** The scope of its body: the arguments by their parameters' names. */
    readonly scope: Scope;
};
/** A stage with its template worked in. */
export interface ResolvedStage {
    readonly kind: Stage['kind'];
    /** The name that it was run by. */
    readonly name: string;
    readonly span: Span;
    /** By path, e.g. `rollout.samples`; what is written somewhere, from the template down. */
    readonly fields: ReadonlyMap<string, Sourced>;
    /** Optional blocks that are there, with where they were written. */
    readonly blocks: ReadonlyMap<string, Span>;
    readonly keeps: readonly ResolvedKeep[];
    readonly resets: readonly ResolvedReset[];
    readonly guards: readonly ResolvedGuard[];
}
export interface ResolvedKeep {
    readonly metric: 'reward.std' | 'reward.mean' | 'score.mean';
    readonly by: '>' | '>=' | '<' | '<=';
    readonly value: Sourced<ValueOf<'number'> | ValueOf<'open'>>;
    readonly span: Span;
}
export type Condition = Sourced<ValueOf<'trigger'> | ValueOf<'open'>> & {
    readonly span: Span;
};
/** When something happens once in a stage: as it begins, or as it ends. */
export interface Moment {
    readonly at: 'start' | 'end';
    readonly span: Span;
}
export interface ResolvedReset {
    readonly span: Span;
    /** Whether a block is written behind it. */
    readonly hasBody: boolean;
    readonly reference: boolean;
    readonly optimizer: boolean;
    readonly to: {
        source: 'current';
    } | {
        source: 'best';
        metric: Sourced<ValueOf<'metric'> | ValueOf<'open'>>;
    };
    readonly when: Condition | Moment;
    /** Undefined: not written. */
    readonly cooldown: Sourced | undefined;
    readonly atMost: Sourced | undefined;
}
export interface ResolvedGuard {
    readonly span: Span;
    readonly when: Condition;
    readonly rollback: Span | null;
    readonly scaleRate: Sourced | undefined;
    readonly atMost: Sourced | undefined;
}
export interface ResolvedEvaluate {
    readonly suite: SuiteUse;
    readonly every: Sourced<ValueOf<'number'>>;
    readonly span: Span;
}
export interface ResolvedAudit {
    readonly metric: Sourced<ValueOf<'metric'>>;
    readonly against: Sourced<ValueOf<'metric'>>;
    readonly over: Sourced<number>;
    readonly gap: Sourced<number>;
    readonly span: Span;
}
export interface ResolvedCheckpoint {
    readonly every: Sourced<ValueOf<'number'>>;
    readonly keepLast: Sourced<ValueOf<'number'>>;
    readonly keepBestBy: Sourced<ValueOf<'metric'>> | null;
    readonly span: Span;
}
export interface ResolvedRun {
    readonly stage: ResolvedStage;
    /** Null: the run has no end; an error was reported. */
    readonly until: Condition | null;
    readonly span: Span;
}
export interface ResolvedGiven {
    readonly metric: string;
    readonly values: readonly {
        readonly from: number;
        readonly value: number;
    }[];
    readonly span: Span;
}
export interface ResolvedExpect {
    readonly event: Expectation['event'];
    readonly steps: readonly number[];
    readonly text: string;
    readonly span: Span;
}
export interface ResolvedTest {
    readonly name: string;
    readonly plan: ResolvedPipeline;
    readonly given: readonly ResolvedGiven[];
    readonly expect: readonly ResolvedExpect[];
    readonly span: Span;
}
/** What a pipeline, or a test, runs. */
export interface ResolvedPipeline {
    readonly name: string;
    readonly declaration: PipelineDeclaration | null;
    readonly module: Module;
    readonly span: Span;
    readonly model: Sourced<ValueOf<'model'>> | null;
    readonly seed: Sourced<ValueOf<'number'>>;
    readonly evaluates: readonly ResolvedEvaluate[];
    readonly audits: readonly ResolvedAudit[];
    readonly checkpoint: ResolvedCheckpoint | null;
    readonly runs: readonly ResolvedRun[];
    /** Whether every part of it could be read: only then can it be judged as a whole. */
    readonly sound: boolean;
}
