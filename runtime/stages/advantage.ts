import type { AdvantageNode } from '../graph/index.ts';
import { mean, standardDeviation } from './statistics.ts';

export type AdvantageEstimator = AdvantageNode['config']['estimator'];

/** Added to the standard deviation, so that nearly equal rewards do not make huge advantages (verl's value). */
export const ADVANTAGE_EPSILON = 1e-6;

/**
 * The advantage of each response over its own group; every token of the response gets it.
 * - `group_norm`: A_i = (R_i - mean R) / (std R + 1e-6) with the sample standard deviation
 *   (GRPO, arXiv:2402.03300, section 4.1).
 * - `group_mean`: A_i = R_i - mean R (Dr. GRPO, arXiv:2503.20783).
 * - `leave_one_out`: A_i = R_i - mean of the others' R (RLOO, arXiv:2402.14740).
 * - `reinforce_baseline`: as `group_mean`; `batchAdvantages` whitens it.
 *
 * Advantages of a group sum to 0 and are all exactly 0 where its rewards are equal. A group of one has
 * nothing to compare with and gets 0.
 */
export function groupAdvantages(rewards_S: readonly number[], estimator: AdvantageEstimator): number[] {
  const first = rewards_S[0];
  if (first === undefined || rewards_S.length === 1) return rewards_S.map(() => 0);
  // Advantages do not change when all rewards are shifted; from the first one, equal rewards are exactly 0.
  const shifted_S = rewards_S.map((reward) => reward - first);
  const centre = mean(shifted_S);
  const centred_S = shifted_S.map((reward) => reward - centre);
  switch (estimator) {
    case 'group_norm': {
      const std = standardDeviation(rewards_S);
      return centred_S.map((reward) => reward / (std + ADVANTAGE_EPSILON));
    }
    case 'group_mean':
    case 'reinforce_baseline':
      return centred_S;
    case 'leave_one_out': {
      // R_i - (sum - R_i) / (n - 1) = (R_i - mean) n / (n - 1)
      const n = rewards_S.length;
      return centred_S.map((reward) => (reward * n) / (n - 1));
    }
  }
}

/**
 * The advantages of a step's batch: G groups of S responses, each group's own.
 *
 * `reinforce_baseline` (REINFORCE++ with a group baseline, arXiv:2501.03262) takes the group's mean off and
 * then whitens over all responses of the batch: R~_gi = R_gi - mean_g R, A_gi = (R~_gi - mean R~) / (std R~ + 1e-6).
 * Each response counts once, as ProRL v2 writes it, not once for each of its tokens. The mean of R~ is 0 by
 * its making; where all rewards of every group are equal all advantages are exactly 0.
 */
export function batchAdvantages(
  rewards_GS: readonly (readonly number[])[],
  estimator: AdvantageEstimator,
): number[][] {
  const centred_GS = rewards_GS.map((rewards_S) => groupAdvantages(rewards_S, estimator));
  if (estimator !== 'reinforce_baseline') return centred_GS;
  const all_B = centred_GS.flat();
  if (all_B.length < 2) return centred_GS;
  const std = standardDeviation(all_B);
  return centred_GS.map((centred_S) => centred_S.map((advantage) => advantage / (std + ADVANTAGE_EPSILON)));
}
