import type { PassRate } from '../control/index.ts';
import type { Mixture } from '../graph/index.ts';
import type { Verdict } from '../tasks/task.ts';
import type { Group, TrainingSequence } from '../stages/batch.ts';
import { type KlEstimate } from '../stages/kl.ts';
import type { UpdateOutcome } from '../stages/update.ts';
/** What the rollout of a step tells; every response that was judged counts, filtered or not. */
export declare function rolloutMetrics(of: {
    groups_G: readonly Group[];
    verdicts_GS: readonly (readonly Verdict[])[];
    rewards_GS: readonly (readonly number[])[];
    kept_G: readonly boolean[];
    /** Null where the stage has no KL term. */
    referenceLogps_GST: readonly (readonly Float32Array[])[] | null;
    kl: KlEstimate | null;
}): Record<string, number>;
/** The share of wholly right responses to each prompt that got any, with the place of its entry in the mixture. */
export declare function passRates({ entries }: Mixture, groups_G: readonly Group[], verdicts_GS: readonly (readonly Verdict[])[]): PassRate[];
/**
 * The share of wholly right responses by mixture entry (`task.ENTRY.correct`) and by domain
 * (`domain.DOMAIN.correct`). What was not drawn at the step has no reading.
 */
export declare function taskMetrics({ entries }: Mixture, groups_G: readonly Group[], verdicts_GS: readonly (readonly Verdict[])[]): Record<string, number>;
/**
 * What the updates of a step tell, and the batch that they were made from: shares are taken of its tokens. A step
 * that had nothing to learn from reads 0 throughout.
 */
export declare function updateMetrics(updates: readonly UpdateOutcome[], batch: readonly TrainingSequence[]): Record<string, number>;
