import type { AdamW, StepSettings } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';
import { type Aggregation } from './aggregation.ts';
import type { TrainingSequence } from './batch.ts';
import type { KlEstimate } from './kl.ts';
import { type RatioLevel } from './ratio.ts';
import { type Clip, type SurrogateKind } from './surrogate.ts';
/** What an update is made with: the node's settings, its schedules read. */
export interface UpdateSettings {
    readonly aggregation: Aggregation;
    /** The tokens that the aggregation `constant` divides each response's sum by. */
    readonly divisor: number;
    readonly surrogate: SurrogateKind;
    readonly ratio: RatioLevel['of'];
    readonly clip: Clip;
    /** The KL term of the loss; null where there is none or its coefficient is 0. */
    readonly kl: {
        readonly estimate: KlEstimate;
        readonly coefficient: number;
    } | null;
    /** The coefficient of the entropy bonus; 0: none. */
    readonly entropy: number;
    readonly optimizer: StepSettings;
    readonly temperature: number;
    /** The most tokens that go through the model at once; the rest of a mini-batch follows, gradients added up. */
    readonly maxRows: number;
}
/** What one optimizer update did. */
export interface UpdateOutcome {
    readonly loss: number;
    readonly gradNorm: number;
    /** True where the gradient was not finite: the weights were left as they were. */
    readonly skipped: boolean;
    /** Tokens that a side of the clip range, or the dual bound, held back. */
    readonly bounded: Readonly<Record<'low' | 'high' | 'dual', number>>;
    readonly largestRatio: number;
}
/**
 * Splits groups into mini-batches of nearly equal numbers of groups, in order; never into an empty one,
 * so there are fewer where groups are. A group stays whole, as in ProRL, whose mini-batches count prompts.
 */
export declare function miniBatches<T>(groups: readonly T[], updates: number): T[][];
/**
 * One update by the policy gradient. A response without advantage is not computed where neither a KL term nor an
 * entropy bonus gives it a gradient; it still counts in the means. Null where nothing of the mini-batch has a
 * gradient: then there is no update, since momentum alone would move the weights.
 */
export declare function updatePolicy(policy: Policy, optimizer: AdamW, miniBatch: readonly TrainingSequence[], settings: UpdateSettings): Promise<UpdateOutcome | null>;
