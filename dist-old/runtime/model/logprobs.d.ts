import { tf } from '../tensor/tf.ts';
import type { PackedBatch } from './batch.ts';
import type { Policy } from './policy.ts';
export interface LogprobOptions {
    /** Divides the scores, as sampling did. Default 1. */
    readonly temperature?: number;
    readonly wantEntropy?: boolean;
    readonly wantBest?: boolean;
}
export interface TokenLogprobs {
    /** log p of every response token given what stands before it, [B, T]; 0 at padding. */
    readonly logps_BT: tf.Tensor2D;
    /** Entropy in nats of the distribution each response token was drawn from, [B, T]; 0 at padding. Differentiable too. */
    readonly entropy_BT?: tf.Tensor2D;
    /** 1 where the response token is the most likely one, [B, T]; 0 elsewhere and at padding. */
    readonly best_BT?: tf.Tensor2D;
}
/**
 * Log-probabilities of the response tokens of a batch under a policy at a temperature. `logps_BT` and
 * `entropy_BT` are differentiable in the weights. Call it inside `tf.tidy` or a loss function; the results are the caller's.
 */
export declare function tokenLogprobs(policy: Policy, batch: PackedBatch, { temperature, wantEntropy, wantBest }?: LogprobOptions): TokenLogprobs;
