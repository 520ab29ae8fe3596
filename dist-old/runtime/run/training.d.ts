import { type Controller, type MixtureSampler, type PassRate } from '../control/index.ts';
import { AdamW, type StepSettings } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { StagePlan, UpdateNode } from '../graph/index.ts';
import type { TaskBook } from '../stages/sample.ts';
import type { VerifierBook } from './open-sources.ts';
import type { SampleRecord } from './samples.ts';
/** Where the reference policy came from: the policy after that step, or the best checkpoint's. */
export interface ReferenceOrigin {
    readonly source: 'stage' | 'current' | 'best';
    readonly step: number;
}
/** What training works on: everything a step reads and changes. */
export interface Training {
    readonly seed: number;
    readonly controller: Controller;
    readonly samplers: ReadonlyMap<string, MixtureSampler>;
    readonly tasks: TaskBook;
    /** The verifiers that stages name. */
    readonly verifiers: VerifierBook;
    readonly tokenizer: Tokenizer;
    readonly policy: Policy;
    /** Null where the stage has no KL term. */
    reference: {
        readonly policy: Policy;
        origin: ReferenceOrigin;
    } | null;
    optimizer: AdamW;
    readonly limits: Limits;
}
/** What the backend's memory allows at once. */
export interface Limits {
    /** Tokens through forward and backward. */
    readonly rows: number;
    /** Sequences decoded side by side. */
    readonly sequences: number;
}
/** A step's metrics by name, the tokens it took, and what a reader of the log should be told. */
export interface StepOutcome {
    readonly metrics: Record<string, number>;
    readonly tokens: number;
    /** What the groups of each draw came to, in the order of the draws: what a curriculum goes by. */
    readonly passed: readonly PassRate[];
    /** Responses for the record, at most so many to each entry of the mixture. */
    readonly samples: (most: number) => readonly SampleRecord[];
    readonly warnings: readonly string[];
}
/**
 * Makes ready for a stage that begins. Between reinforcement stages the reference policy and the
 * optimizer's moments go on: only what the stage says changes, and resets are explicit. Where the kind
 * of stage changes the loss does, so both start afresh: no moments, and a reference that is the policy
 * as the stage finds it.
 */
export declare function enterStage(training: Training, plan: StagePlan, before: StagePlan | null): Promise<void>;
/** An optimizer with a stage's settings and no moments. */
export declare function newOptimizer(policy: Policy, plan: StagePlan): AdamW;
/** What the optimizer works with at the start of a step. */
export declare function optimizerSettings(controller: Controller, { config }: UpdateNode): StepSettings;
export declare function dropReference(training: Training): void;
