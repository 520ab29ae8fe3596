import type { AdvantageNode } from '../graph/index.ts';
export type AdvantageEstimator = AdvantageNode['config']['estimator'];
/** Added to the standard deviation, so that nearly equal rewards do not make huge advantages (verl's value). */
export declare const ADVANTAGE_EPSILON = 0.000001;
/**
 * The advantage of each response over its own group; every token of the response gets it.
 * - `group_norm`: A_i = (R_i - mean R) / (std R + 1e-6) with the sample standard deviation
 *   (GRPO, arXiv:2402.03300, section 4.1).
 * - `group_mean`: A_i = R_i - mean R (Dr. GRPO, arXiv:2503.20783).
 * - `leave_one_out`: A_i = R_i - mean of the others' R (RLOO, arXiv:2402.14740).
 * - `reinforce_baseline`: as `group_mean`; `batchAdvantages` whitens it.
 * - `reinforce`: the reward itself, which `batchAdvantages` whitens.
 *
 * Except for `reinforce`, advantages of a group sum to 0 and are all exactly 0 where its rewards are equal, and a
 * group of one, having nothing to compare with, gets 0.
 */
export declare function groupAdvantages(rewards_S: readonly number[], estimator: AdvantageEstimator): number[];
/** The responses of a group, as advantages see them. */
export interface Rewarded {
    readonly reward: number;
    /** Tokens. */
    readonly length: number;
}
/**
 * The advantages of a step's batch: G groups of S responses, each group's own.
 *
 * `reinforce` (REINFORCE++, arXiv:2501.03262, section 3.2) and `reinforce_baseline` (its section 3.3: the group's mean
 * taken off first) are whitened over the batch: A = (R~ - mean R~) / (std R~ + 1e-6). By `trajectories` each response
 * counts once, as ProRL v2 writes it; by `tokens` once for each of its tokens, as frameworks do, so that long responses
 * weigh more in mean and deviation. Where all R~ are equal all advantages are exactly 0.
 */
export declare function batchAdvantages(groups_GS: readonly (readonly Rewarded[])[], { estimator, whiten }: AdvantageNode['config']): number[][];
