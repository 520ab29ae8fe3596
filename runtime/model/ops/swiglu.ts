import { tf } from '../../tensor/tf.ts';

/** silu(gate) * up (Shazeer 2020, arXiv:2002.05202), silu(z) = z sigmoid(z). */
export function swiglu(gate_NF: tf.Tensor2D, up_NF: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((gate_, up_, save) => {
    const gate = gate_ as tf.Tensor2D;
    const up = up_ as tf.Tensor2D;
    (save as tf.GradSaveFunc)([gate, up]);
    return {
      value: tf.mul(tf.mul(gate, tf.sigmoid(gate)), up),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [gate, up] = saved as [tf.Tensor2D, tf.Tensor2D];
        const s = tf.sigmoid(gate);
        const silu = tf.mul(gate, s);
        // d silu / d gate = s + silu (1 - s)
        const slope = tf.add(s, tf.mul(silu, tf.sub(1, s)));
        return [tf.mul(tf.mul(dy, up), slope), tf.mul(dy, silu)];
      },
    };
  });
  return product(gate_NF, up_NF) as tf.Tensor2D;
}
