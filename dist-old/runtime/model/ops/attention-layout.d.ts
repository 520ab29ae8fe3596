import type { tf } from '../../tensor/tf.ts';
import type { Segment } from '../batch.ts';
/** How rows attend to each other, and how their channels fall into heads. */
export interface AttentionLayout {
    /** Number of rows, those of no segment included: they come last, and what they attend to does not matter. */
    readonly rows: number;
    readonly segments: readonly Segment[];
    readonly heads: number;
    readonly keyValueHeads: number;
    readonly headWidth: number;
}
/** Attention over the rows of one batch, with what every layer needs for it. */
export interface PackedAttention {
    /** Tells computations with it apart from those with another, beside the shapes of the tables. */
    readonly key: string;
    /** Tensors that `attend` reads. The tidy in force when it was made owns them. */
    readonly tables: readonly tf.Tensor[];
    /** Of q [N, heads * d], k and v [N, keyValueHeads * d]: [N, heads * d]. Differentiable. */
    attend(q_NC: tf.Tensor2D, k_NK: tf.Tensor2D, v_NK: tf.Tensor2D): tf.Tensor2D;
}
