import { tf } from '../tensor/tf.ts';
import type { RotaryAngles } from './ops/rotary.ts';
import type { Policy } from './policy.ts';
/**
 * Queries, keys and values of every layer by one product each, with one norm and one rotation for queries and
 * keys together. A decoding step is many small operations, and on a backend that runs them one by one their
 * number is what it costs. A copy of the weights as they are when it is made: for one generation.
 */
export declare class FusedProjections {
    private readonly policy;
    private readonly layers;
    private readonly ones;
    constructor(policy: Policy);
    /** Of N rows: q [N, heads * d] and k [N, keyValueHeads * d], rotated, and v [N, keyValueHeads * d]. */
    project(layer: number, normed_ND: tf.Tensor2D, angles: RotaryAngles): [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    /** The tensors that `project` reads at a layer. */
    tensors(layer: number): tf.Tensor[];
    dispose(): void;
}
