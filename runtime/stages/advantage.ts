import type { AdvantageNode } from '../graph/index.ts';
import { betaDensities } from './beta-norm.ts';
import { mean, standardDeviation, weightedMean, weightedDeviation } from './statistics.ts';

export type AdvantageEstimator = AdvantageNode['config']['estimator'];

/** Added to the standard deviation, so that nearly equal rewards do not make huge advantages (verl's value). */
export const ADVANTAGE_EPSILON = 1e-6;

/** A response, as advantages see it. */
export interface Rewarded {
  /** After shaping, before the KL charge. */
  readonly reward: number;
  /** The verifier's, 0 to 1. */
  readonly score: number;
  /** Tokens. */
  readonly length: number;
  /** What the KL term takes from the reward at each token, beta KL_t; null: nothing. */
  readonly charges_T: Float64Array | null;
}

/**
 * The advantage of each token of a step's batch: G groups of S responses of T tokens.
 *
 * - `group_norm`, `group_mean`, `leave_one_out`: of each response over its own group (`groupAdvantages`), from its
 *   reward less all that its tokens are charged; the same at every token.
 * - `beta_norm`: (R_i - mean R) / f(p), p being the group's share of right responses and f the Beta density that the
 *   batch's p give (BNPO, arXiv:2506.02864; `betaDensities`); the same at every token.
 * - `reinforce` (REINFORCE++, arXiv:2501.03262, section 3.2) and `reinforce_baseline` (its section 3.3: the group's
 *   mean taken off first): a token earns what is still to come, R~_t = R~ - sum of the charges from t on, and that is
 *   whitened over the batch, A_t = (R~_t - mean R~) / (std R~ + 1e-6). By `trajectories` each response counts once, as
 *   ProRL v2 writes it; by `tokens` once for each of its tokens, as frameworks do, so that long responses weigh more in
 *   mean and deviation. Where all R~ are equal all advantages are exactly 0.
 */
export function batchAdvantages(
  groups_GS: readonly (readonly Rewarded[])[],
  { estimator, whiten }: AdvantageNode['config'],
): Float64Array[][] {
  if (estimator === 'reinforce' || estimator === 'reinforce_baseline') {
    return whitened(groups_GS, estimator, whiten);
  }
  const densities_G = estimator === 'beta_norm' ? betaDensities(groups_GS.map(passRate)) : null;
  return groups_GS.map((group_S, g) => {
    const own_S = groupAdvantages(group_S.map(charged), estimator);
    return group_S.map(({ length }, s) => new Float64Array(length).fill(own_S[s]! / (densities_G?.[g] ?? 1)));
  });
}

/**
 * The advantage of each response over its own group:
 * - `group_norm`: A_i = (R_i - mean R) / (std R + 1e-6) with the sample standard deviation
 *   (GRPO, arXiv:2402.03300, section 4.1).
 * - `group_mean`: A_i = R_i - mean R (Dr. GRPO, arXiv:2503.20783); so also what others divide or whiten further.
 * - `leave_one_out`: A_i = R_i - mean of the others' R (RLOO, arXiv:2402.14740).
 * - `reinforce`: the reward itself.
 *
 * Except for `reinforce`, advantages of a group sum to 0 and are all exactly 0 where its rewards are equal, and a
 * group of one, having nothing to compare with, gets 0.
 */
export function groupAdvantages(rewards_S: readonly number[], estimator: AdvantageEstimator): number[] {
  if (estimator === 'reinforce') return [...rewards_S];
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
    case 'beta_norm':
    case 'reinforce_baseline':
      return centred_S;
    case 'leave_one_out': {
      // R_i - (sum - R_i) / (n - 1) = (R_i - mean) n / (n - 1)
      const n = rewards_S.length;
      return centred_S.map((reward) => (reward * n) / (n - 1));
    }
  }
}

function whitened(
  groups_GS: readonly (readonly Rewarded[])[],
  estimator: 'reinforce' | 'reinforce_baseline',
  whiten: AdvantageNode['config']['whiten'],
): Float64Array[][] {
  const returns_GST = groups_GS.map((group_S) => {
    const own_S = groupAdvantages(
      group_S.map(({ reward }) => reward),
      estimator,
    );
    return group_S.map((one, s) => returnsToGo(own_S[s]!, one));
  });
  const all_B = groups_GS.flat();
  const returns = returns_GST.flat().flatMap((returns_T) => [...returns_T]);
  const weights = all_B.flatMap(({ length }) =>
    Array<number>(length).fill(whiten === 'tokens' ? 1 : 1 / length),
  );
  if (all_B.length < 2) return returns_GST.map((of_S) => of_S.map((of_T) => of_T.map(() => 0)));
  // Each group's rewards less their mean sum to 0, and so do those of all: none that is exactly 0 is moved by rounding.
  const centred =
    estimator === 'reinforce_baseline' &&
    whiten === 'trajectories' &&
    all_B.every(({ charges_T }) => charges_T === null);
  const centre = centred ? 0 : weightedMean(returns, weights);
  const std = weightedDeviation(returns, weights);
  return returns_GST.map((of_S) =>
    of_S.map((of_T) => of_T.map((one) => (one - centre) / (std + ADVANTAGE_EPSILON))),
  );
}

/** What each token of a response still earns: the reward comes at the end, each token's charge at the token. */
function returnsToGo(reward: number, { length, charges_T }: Rewarded): Float64Array {
  const returns_T = new Float64Array(length).fill(reward);
  if (charges_T === null) return returns_T;
  let toCome = 0;
  for (let t = length - 1; t >= 0; t--) {
    toCome += charges_T[t] ?? Number.NaN;
    returns_T[t] = reward - toCome;
  }
  return returns_T;
}

function charged({ reward, charges_T }: Rewarded): number {
  return charges_T === null ? reward : reward - charges_T.reduce((sum, charge) => sum + charge, 0);
}

function passRate(group_S: readonly Rewarded[]): number {
  return mean(group_S.map(({ score }) => score));
}
