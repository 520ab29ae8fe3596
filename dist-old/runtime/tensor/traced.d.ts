import { tf } from './tf.ts';
/**
 * Runs a computation as one graph on TensorFlow, and directly on every other backend. The first call with a key
 * and shapes records it; that call and all later ones run the graph, so that no result depends on what was traced
 * before. Every tensor that the computation reads must be among `inputs`; whatever else it depends on must be part
 * of the key. No gradient passes through it. Throws a RangeError where it reads a tensor that is no input, or makes
 * one of data that the graph would keep for good.
 */
export declare function traced(key: string, inputs: readonly tf.Tensor[], computation: () => tf.Tensor[]): tf.Tensor[];
/**
 * The same for a computation of one result, with gradients in `inputs`; `constants` are inputs without. What the
 * gradient needs of the forward pass is kept until it has been computed, or, with `recompute`, computed again.
 */
export declare function tracedWithGradient(key: string, { inputs, constants, recompute }: GradientInputs, computation: () => tf.Tensor): tf.Tensor;
export interface GradientInputs {
    readonly inputs: readonly tf.Tensor[];
    readonly constants: readonly tf.Tensor[];
    readonly recompute?: boolean;
}
/** Whether computations become graphs here: then shapes that come back are worth some padding. */
export declare function tracesGraphs(): boolean;
/** Forgets all graphs. */
export declare function disposeTraces(): void;
