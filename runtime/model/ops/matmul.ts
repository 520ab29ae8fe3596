import { tf } from '../../tensor/tf.ts';

/**
 * a b, with either transposed. The wasm backend multiplies plain matrices through XNNPACK at more than ten
 * times the speed of its loop for transposed ones, so there the smaller work is to transpose first.
 */
export function matmul(a: tf.Tensor2D, b: tf.Tensor2D, transposeA = false, transposeB = false): tf.Tensor2D {
  if (tf.getBackend() !== 'wasm' || (!transposeA && !transposeB)) {
    return tf.matMul(a, b, transposeA, transposeB);
  }
  return tf.tidy(() => tf.matMul(transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b));
}
