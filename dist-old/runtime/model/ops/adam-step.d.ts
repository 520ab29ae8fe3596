import { tf } from '../../tensor/tf.ts';
export interface AdamSettings {
    readonly beta1: number;
    readonly beta2: number;
    readonly epsilon: number;
    /** Counts from 1. */
    readonly step: number;
    readonly rate: number;
    /** The gradient is multiplied by it. */
    readonly scale: number;
    /** The part of the weight that is taken off. */
    readonly decay: number;
}
export interface AdamState {
    readonly m: tf.Tensor;
    readonly v: tf.Tensor;
}
/**
 * One step of AdamW on one weight (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2): the new weight, which
 * the caller owns, and the new moments. The moments that were given are freed, the weight and its gradient are not.
 */
export declare function adamStep(weight: tf.Tensor, moments: AdamState, gradient: tf.Tensor, settings: AdamSettings): AdamState & {
    readonly weight: tf.Tensor;
};
/** The sum of the squares of a tensor's elements, a scalar. */
export declare function sumOfSquares(x: tf.Tensor): tf.Scalar;
