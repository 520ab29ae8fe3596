import type { UpdateNode } from '../graph/index.ts';
export type CorrectionMethod = NonNullable<UpdateNode['config']['correction']>['method'];
/** How responses are weighed that the policy to be updated gives other probabilities than what sampled them did. */
export interface Correction {
    readonly method: CorrectionMethod;
    readonly low: number;
    readonly high: number;
}
/** A response's tokens, corrected. */
export interface Corrected {
    /** What the surrogate of each token is multiplied by. */
    readonly weights: Float32Array;
    /** Tokens held at a bound or left out. */
    readonly changed: number;
}
/**
 * Weighs each token of a response by rho_t = exp(oldLogp_t - rolloutLogp_t): its probability by the forward pass of
 * the update over that by the sampler.
 * - `truncate`: rho_t held within [low, high] (truncated importance sampling, Yao et al. 2025).
 * - `mask`: rho_t, and 0 where it lies outside (IcePop, Ling team 2025).
 * - `sequence_mask`: 1 for each token of a response whose geometric mean of rho lies within, 0 where it does not.
 * Constants: no gradient goes through them.
 */
export declare function correct(oldLogps: Float32Array, rolloutLogps: Float32Array, { method, low, high }: Correction): Corrected;
