import { tf } from '../../tensor/tf.ts';
import { hasKernels, ownOperation } from '../../tensor/kernels/own-operation.ts';

/**
 * Root-mean-square normalisation over the last axis: y = g x / sqrt(mean(x^2) + eps)
 * (Zhang and Sennrich 2019, arXiv:1910.07467, eq. 4).
 */
export function rmsNorm(x_ND: tf.Tensor2D, gain_D: tf.Tensor1D, epsilon: number): tf.Tensor2D {
  return hasKernels(x_ND.shape[1])
    ? fusedRmsNorm(x_ND, gain_D, epsilon)
    : plainRmsNorm(x_ND, gain_D, epsilon);
}

function plainRmsNorm(x_ND: tf.Tensor2D, gain_D: tf.Tensor1D, epsilon: number): tf.Tensor2D {
  const norm = tf.customGrad((x_, g_, save) => {
    const x = x_ as tf.Tensor2D;
    const gain = g_ as tf.Tensor1D;
    const inverse_N1 = tf.rsqrt(tf.add(tf.mean(tf.square(x), 1, true), epsilon));
    (save as tf.GradSaveFunc)([x, gain, inverse_N1]);
    return {
      value: tf.mul(tf.mul(x, inverse_N1), gain),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x, gain, inverse_N1] = saved as [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D];
        const unit_ND = tf.mul(x, inverse_N1);
        const dyUnit_ND = tf.mul(dy, unit_ND);
        const along_N1 = tf.mean(tf.mul(dyUnit_ND, gain), 1, true);
        const dx = tf.mul(inverse_N1, tf.sub(tf.mul(dy, gain), tf.mul(unit_ND, along_N1)));
        return [dx, tf.sum(dyUnit_ND, 0)];
      },
    };
  });
  return norm(x_ND, gain_D) as tf.Tensor2D;
}

function fusedRmsNorm(x_ND: tf.Tensor2D, gain_D: tf.Tensor1D, epsilon: number): tf.Tensor2D {
  const norm = tf.customGrad((x, gain, save) => {
    const inputs = { x: x as tf.Tensor2D, gain: gain as tf.Tensor1D };
    const [value, inverses] = forward(inputs, { epsilon }) as [tf.Tensor, tf.Tensor];
    (save as tf.GradSaveFunc)([inputs.x, inputs.gain, inverses]);
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x, gain, inverses] = saved as [tf.Tensor2D, tf.Tensor1D, tf.Tensor1D];
        return backward({ x, gain, inverses, dy }, {});
      },
    };
  });
  return norm(x_ND, gain_D) as tf.Tensor2D;
}

const forward = ownOperation<{ x: tf.Tensor2D; gain: tf.Tensor1D }, { epsilon: number }>(
  'RmsNorm',
  ({ kernels, address, output }, { x, gain }, { epsilon }) => {
    const [rows, width] = x.shape;
    const y = output([rows, width]);
    const inverses = output([rows]);
    kernels['rmsNorm']?.(address(x), address(gain), address(y), address(inverses), rows, width, epsilon);
    return [y, inverses];
  },
  { inputs: ({ x, gain }, { epsilon }) => [x, gain, tf.scalar(epsilon)], outputs: 2 },
);

const backward = ownOperation<
  { x: tf.Tensor2D; gain: tf.Tensor1D; inverses: tf.Tensor1D; dy: tf.Tensor },
  object
>(
  'RmsNormGradient',
  ({ kernels, address, output }, { x, gain, inverses, dy }) => {
    const [rows, width] = x.shape;
    const dx = output([rows, width]);
    const dgain = output([width]);
    const [from, to] = [[x, gain, inverses, dy].map(address), [dx, dgain].map(address)];
    kernels['rmsNormGradient']?.(...from, ...to, rows, width);
    return [dx, dgain];
  },
  { inputs: ({ x, gain, inverses, dy }) => [x, gain, inverses, dy], outputs: 2 },
);
