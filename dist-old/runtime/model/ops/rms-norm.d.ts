import { tf } from '../../tensor/tf.ts';
/**
 * Root-mean-square normalisation over the last axis: y = g x / sqrt(mean(x^2) + eps)
 * (Zhang and Sennrich 2019, arXiv:1910.07467, eq. 4).
 */
export declare function rmsNorm(x_ND: tf.Tensor2D, gain_D: tf.Tensor1D, epsilon: number): tf.Tensor2D;
