import { tf } from '../../tensor/tf.ts';
import { hasHeapKernels, heapOperation } from '../kernels/wasm-heap.ts';
import type { ModelConfig } from '../config.ts';

/** Cosines and sines of the rotary angles of some positions, each [N, headWidth / 2]. */
export interface RotaryAngles {
  readonly cos_NF: tf.Tensor2D;
  readonly sin_NF: tf.Tensor2D;
}

/** The frequencies theta^(-2i/d) of Su et al. 2021 (arXiv:2104.09864), stretched as Llama 3 does where asked. */
export function rotaryFrequencies(config: ModelConfig): Float64Array {
  const half = config.headWidth / 2;
  const frequencies = Float64Array.from({ length: half }, (_, i) => config.ropeTheta ** (-i / half));
  const scaling = config.ropeScaling;
  if (scaling === undefined) return frequencies;
  const { factor, lowFrequencyFactor: low, highFrequencyFactor: high, originalMaxPositions } = scaling;
  return frequencies.map((frequency) => {
    // Turns made within the original context: many turns stay, few are slowed, between is blended.
    const turns = (originalMaxPositions * frequency) / (2 * Math.PI);
    if (turns > high) return frequency;
    if (turns < low) return frequency / factor;
    const smooth = (turns - low) / (high - low);
    return (1 - smooth) * (frequency / factor) + smooth * frequency;
  });
}

/** The angles at the given positions, as tensors that the caller owns. */
export function rotaryAngles(frequencies_F: Float64Array, positions_N: Int32Array): RotaryAngles {
  const half = frequencies_F.length;
  const cos = new Float32Array(positions_N.length * half);
  const sin = new Float32Array(positions_N.length * half);
  positions_N.forEach((position, n) => {
    for (let f = 0; f < half; f++) {
      const angle = position * (frequencies_F[f] as number);
      cos[n * half + f] = Math.cos(angle);
      sin[n * half + f] = Math.sin(angle);
    }
  });
  const shape: [number, number] = [positions_N.length, half];
  return { cos_NF: tf.tensor2d(cos, shape), sin_NF: tf.tensor2d(sin, shape) };
}

/**
 * Turns every head of x [N, heads * headWidth] by the angles of its row. Coordinates i and i + headWidth / 2
 * form the pairs, as in Hugging Face's weights. The gradient turns back.
 */
export function rotate(x_NC: tf.Tensor2D, angles: RotaryAngles): tf.Tensor2D {
  const turn = tf.customGrad((x, save) => {
    // What the gradient needs and does not save is freed before it is asked for.
    (save as tf.GradSaveFunc)([angles.cos_NF, angles.sin_NF]);
    return {
      value: turned(x as tf.Tensor2D, angles, 1),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [cos_NF, sin_NF] = saved as [tf.Tensor2D, tf.Tensor2D];
        return turned(dy as tf.Tensor2D, { cos_NF, sin_NF }, -1);
      },
    };
  });
  return turn(x_NC) as tf.Tensor2D;
}

function turned(x_NC: tf.Tensor2D, { cos_NF, sin_NF }: RotaryAngles, direction: 1 | -1): tf.Tensor2D {
  if (hasHeapKernels() && cos_NF.shape[1] % 4 === 0) {
    return heapRotate({ x: x_NC, cos: cos_NF, sin: sin_NF }, { direction })[0] as tf.Tensor2D;
  }
  return tf.tidy(() => {
    const [rows, channels] = x_NC.shape;
    const half = cos_NF.shape[1];
    const heads = channels / (2 * half);
    const cos = tf.reshape(cos_NF, [rows, 1, half]);
    const sin = tf.reshape(direction === 1 ? sin_NF : tf.neg(sin_NF), [rows, 1, half]);
    const x = tf.reshape(x_NC, [rows, heads, 2 * half]);
    const first = tf.slice(x, [0, 0, 0], [rows, heads, half]);
    const second = tf.slice(x, [0, 0, half], [rows, heads, half]);
    const out = tf.concat(
      [tf.sub(tf.mul(first, cos), tf.mul(second, sin)), tf.add(tf.mul(second, cos), tf.mul(first, sin))],
      2,
    );
    return tf.reshape(out, [rows, channels]);
  });
}

const heapRotate = heapOperation<
  { x: tf.Tensor2D; cos: tf.Tensor2D; sin: tf.Tensor2D },
  { direction: 1 | -1 }
>('Rotate', ({ kernels, address, output }, { x, cos, sin }, { direction }) => {
  const [rows, channels] = x.shape;
  const half = cos.shape[1];
  const y = output([rows, channels]);
  const places = [x, cos, sin, y].map(address);
  kernels['rotate']?.(...places, rows, channels / (2 * half), half, direction);
  return [y];
});
