import { tf } from '../../tensor/tf.ts';
import { hasNativeKernels } from '../../tensor/native-kernels.ts';
import { ownOperation } from '../../tensor/kernels/own-operation.ts';
import { hasHeapKernels } from '../../tensor/kernels/wasm/heap.ts';
import type { ModelConfig } from '../config.ts';

/**
 * Cosines and sines of the rotary angles of some positions, in the form that this backend turns with: for the
 * fused kernel [N, headWidth / 2], for plain operations [N, 1, headWidth], the sines of the first half negated.
 */
export interface RotaryAngles {
  readonly cos: tf.Tensor;
  readonly sin: tf.Tensor;
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
  const wide = !usesKernel(half);
  const width = wide ? 2 * half : half;
  const cos = new Float32Array(positions_N.length * width);
  const sin = new Float32Array(positions_N.length * width);
  positions_N.forEach((position, n) => {
    for (let f = 0; f < half; f++) {
      const angle = position * (frequencies_F[f] as number);
      const at = n * width + f;
      cos[at] = Math.cos(angle);
      sin[at] = Math.sin(angle);
      if (!wide) continue;
      cos[at + half] = cos[at] as number;
      sin[at + half] = sin[at] as number;
      sin[at] = -(sin[at] as number);
    }
  });
  const shape = wide ? [positions_N.length, 1, width] : [positions_N.length, width];
  return { cos: tf.tensor(cos, shape), sin: tf.tensor(sin, shape) };
}

function usesKernel(half: number): boolean {
  return hasHeapKernels() && half % 4 === 0;
}

/**
 * Turns every head of x [N, heads * headWidth] by the angles of its row. Coordinates i and i + headWidth / 2
 * form the pairs, as in Hugging Face's weights. The gradient turns back.
 */
export function rotate(x_NC: tf.Tensor2D, angles: RotaryAngles): tf.Tensor2D {
  const turn = tf.customGrad((x, save) => {
    // What the gradient needs and does not save is freed before it is asked for.
    (save as tf.GradSaveFunc)([angles.cos, angles.sin]);
    return {
      value: turned(x as tf.Tensor2D, angles, 1),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [cos, sin] = saved as [tf.Tensor, tf.Tensor];
        return turned(dy as tf.Tensor2D, { cos, sin }, -1);
      },
    };
  });
  return turn(x_NC) as tf.Tensor2D;
}

function turned(x_NC: tf.Tensor2D, { cos, sin }: RotaryAngles, direction: 1 | -1): tf.Tensor2D {
  if (cos.shape.length === 2 || hasNativeKernels()) {
    return fusedRotate({ x: x_NC, cos, sin }, { direction })[0] as tf.Tensor2D;
  }
  return tf.tidy(() => {
    const [rows, channels] = x_NC.shape;
    const width = cos.shape[2] as number;
    const heads = channels / width;
    const half = width / 2;
    const x = tf.reshape(x_NC, [rows, heads, width]);
    const swapped = tf.concat(
      [tf.slice(x, [0, 0, half], [rows, heads, half]), tf.slice(x, [0, 0, 0], [rows, heads, half])],
      2,
    );
    const across = tf.mul(swapped, direction === 1 ? sin : tf.neg(sin));
    return tf.reshape(tf.add(tf.mul(x, cos), across), [rows, channels]);
  });
}

const fusedRotate = ownOperation<{ x: tf.Tensor2D; cos: tf.Tensor; sin: tf.Tensor }, { direction: 1 | -1 }>(
  'Rotate',
  ({ kernels, address, output }, { x, cos, sin }, { direction }) => {
    const [rows, channels] = x.shape;
    const half = cos.shape[1] as number;
    const y = output([rows, channels]);
    const places = [x, cos, sin, y].map(address);
    kernels['rotate']?.(...places, rows, channels / (2 * half), half, direction);
    return [y];
  },
  { inputs: ({ x, cos, sin }, { direction }) => [x, cos, sin, tf.scalar(direction)], outputs: 1 },
);
