import { tf } from '../../tensor/tf.ts';
/**
 * a b, with either transposed. The wasm backend multiplies plain matrices through XNNPACK at more than ten
 * times the speed of its loop for transposed ones, so there the smaller work is to transpose first.
 */
export declare function matmul(a: tf.Tensor2D, b: tf.Tensor2D, transposeA?: boolean, transposeB?: boolean): tf.Tensor2D;
