import { tf } from '../tensor/tf.ts';
import type { Policy } from './policy.ts';
/** Gradients by the names of the weights, in the weights' layout in memory. Whoever asked for them disposes them. */
export type Gradients = ReadonlyMap<string, tf.Tensor>;
/** What a loss function gives: the scalar to descend, and scalars to look at on the side. */
export interface Loss {
    readonly loss: tf.Scalar;
    /** By-products that no gradient is taken of. They outlive the tidy; the caller disposes them. */
    readonly aside?: Readonly<Record<string, tf.Tensor>>;
}
export interface LossGradients {
    readonly loss: tf.Scalar;
    readonly gradients: Gradients;
    readonly aside: Readonly<Record<string, tf.Tensor>>;
}
/** The loss and its gradient in every weight of the policy. Everything else that was computed is freed. */
export declare function gradientsOf(policy: Policy, lossFunction: () => tf.Scalar | Loss): LossGradients;
/** The sums, over several loss functions, of losses, gradients and by-products: one update from micro-batches. */
export declare function accumulateGradients(policy: Policy, parts: readonly (() => tf.Scalar | Loss)[]): LossGradients;
/** Frees everything that `gradientsOf` or `accumulateGradients` gave. */
export declare function disposeGradients({ loss, gradients, aside }: LossGradients): void;
