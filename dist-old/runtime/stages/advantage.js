import { mean, standardDeviation, weightedMean, weightedDeviation } from "./statistics.js";
/** Added to the standard deviation, so that nearly equal rewards do not make huge advantages (verl's value). */
export const ADVANTAGE_EPSILON = 1e-6;
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
export function groupAdvantages(rewards_S, estimator) {
    if (estimator === 'reinforce')
        return [...rewards_S];
    const first = rewards_S[0];
    if (first === undefined || rewards_S.length === 1)
        return rewards_S.map(() => 0);
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
 * `reinforce` (REINFORCE++, arXiv:2501.03262, section 3.2) and `reinforce_baseline` (its section 3.3: the group's mean
 * taken off first) are whitened over the batch: A = (R~ - mean R~) / (std R~ + 1e-6). By `trajectories` each response
 * counts once, as ProRL v2 writes it; by `tokens` once for each of its tokens, as frameworks do, so that long responses
 * weigh more in mean and deviation. Where all R~ are equal all advantages are exactly 0.
 */
export function batchAdvantages(groups_GS, { estimator, whiten }) {
    const own_GS = groups_GS.map((group) => groupAdvantages(group.map(({ reward }) => reward), estimator));
    if (estimator !== 'reinforce' && estimator !== 'reinforce_baseline')
        return own_GS;
    const all_B = own_GS.flat();
    const weights_B = groups_GS.flat().map(({ length }) => (whiten === 'tokens' ? length : 1));
    if (all_B.length < 2)
        return own_GS.map((own_S) => own_S.map(() => 0));
    // Each group's advantages sum to 0, and so do those of all: none that is exactly 0 must be moved by rounding.
    const centred = estimator === 'reinforce_baseline' && whiten === 'trajectories';
    const centre = centred ? 0 : weightedMean(all_B, weights_B);
    const std = weightedDeviation(all_B, weights_B);
    return own_GS.map((own_S) => own_S.map((one) => (one - centre) / (std + ADVANTAGE_EPSILON)));
}
