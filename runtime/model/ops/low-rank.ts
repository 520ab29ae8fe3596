import { tf } from '../../tensor/tf.ts';
import type { Adapter } from '../adapters.ts';
import { linear } from './linear.ts';

/** y + alpha / rank (x A) B: what a linear layer gives, with its adapter's part added. */
export function addLowRank(
  y_NO: tf.Tensor2D,
  x_NI: tf.Tensor2D,
  { a_IR, b_RO, scale }: Adapter,
): tf.Tensor2D {
  const inner_NR: tf.Tensor2D = tf.mul(linear(x_NI, a_IR), scale);
  return tf.add(y_NO, linear(inner_NR, b_RO));
}
