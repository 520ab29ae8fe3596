import type { AdamW, StepSettings } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';
import { type Aggregation } from './aggregation.ts';
import type { Demonstration } from './batch.ts';
export interface ImitationOutcome {
    readonly loss: number;
    readonly gradNorm: number;
    /** True where the gradient was not finite: the weights were left as they were. */
    readonly skipped: boolean;
    /** Target tokens that are the policy's most likely ones. */
    readonly mostLikely: number;
}
/** One update by cross entropy against worked solutions; the prompt is given, not learned. */
export declare function imitate(policy: Policy, optimizer: AdamW, miniBatch: readonly Demonstration[], settings: {
    aggregation: Aggregation;
    optimizer: StepSettings;
    maxRows: number;
}): Promise<ImitationOutcome>;
