import { tf } from '../../tensor/tf.ts';
import { hasKernels, ownOperation } from '../../tensor/kernels/own-operation.ts';

/** silu(gate) * up (Shazeer 2020, arXiv:2002.05202), silu(z) = z sigmoid(z). */
export function swiglu(gate_NF: tf.Tensor2D, up_NF: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((gate_, up_, save) => {
    const gate = gate_ as tf.Tensor2D;
    const up = up_ as tf.Tensor2D;
    (save as tf.GradSaveFunc)([gate, up]);
    if (hasKernels(gate.shape[1])) {
      return {
        value: forward({ gate, up }, {})[0] as tf.Tensor,
        gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
          const [gate, up] = saved as [tf.Tensor2D, tf.Tensor2D];
          return backward({ gate, up, dy }, {});
        },
      };
    }
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

const forward = ownOperation<{ gate: tf.Tensor2D; up: tf.Tensor2D }, object>(
  'Swiglu',
  ({ kernels, address, output }, { gate, up }) => {
    const y = output(gate.shape);
    kernels['swiglu']?.(address(gate), address(up), address(y), sizeOf(gate));
    return [y];
  },
  { inputs: ({ gate, up }) => [gate, up], outputs: 1 },
);

const backward = ownOperation<{ gate: tf.Tensor2D; up: tf.Tensor2D; dy: tf.Tensor }, object>(
  'SwigluGradient',
  ({ kernels, address, output }, { gate, up, dy }) => {
    const dgate = output(gate.shape);
    const dup = output(gate.shape);
    const places = [gate, up, dy, dgate, dup].map(address);
    kernels['swigluGradient']?.(...places, sizeOf(gate));
    return [dgate, dup];
  },
  { inputs: ({ gate, up, dy }) => [gate, up, dy], outputs: 2 },
);

/** Inputs of a kernel are bare descriptions, without the members of a tensor. */
function sizeOf({ shape }: tf.TensorInfo): number {
  return shape.reduce((product, length) => product * length, 1);
}
