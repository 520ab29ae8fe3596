import type { Policy } from '../model/policy.ts';
import type { Group } from './batch.ts';
/**
 * Log probabilities of every sampled token under a policy, at the sampling temperature so that they
 * compare with the rollout's. No gradients. The answer has the shape of the groups: [group][sample][token].
 */
export declare function groupLogprobs(policy: Policy, groups_G: readonly Group[], temperature: number, maxRows: number): Promise<Float32Array[][]>;
/** Rows of a padded [B, T] array, each cut to its own length. */
export declare function unpack(values: ArrayLike<number>, batch: {
    size: number;
    responseLength: number;
    lengths_B: ArrayLike<number>;
}): Float32Array[];
