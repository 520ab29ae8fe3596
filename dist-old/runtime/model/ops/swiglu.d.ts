import { tf } from '../../tensor/tf.ts';
/** silu(gate) * up (Shazeer 2020, arXiv:2002.05202), silu(z) = z sigmoid(z). */
export declare function swiglu(gate_NF: tf.Tensor2D, up_NF: tf.Tensor2D): tf.Tensor2D;
