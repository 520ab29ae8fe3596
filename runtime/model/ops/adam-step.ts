import { tf } from '../../tensor/tf.ts';
import { hasNativeKernels } from '../../tensor/native-kernels.ts';
import {
  isNative,
  nativeAction,
  nativeOperation,
  TensorFlowVariable,
} from '../../tensor/native-operation.ts';

export interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Counts from 1. */
  readonly step: number;
  readonly rate: number;
  /** The gradient is multiplied by it. */
  readonly scale: number;
  /** The part of the weight that is taken off. */
  readonly decay: number;
}

export interface AdamState {
  readonly m: tf.Tensor;
  readonly v: tf.Tensor;
}

/**
 * One step of AdamW on one weight (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2): the new weight, which
 * the caller owns, and the new moments. The moments that were given are freed or become the new ones, the weight and its
 * gradient are not.
 */
export function adamStep(
  weight: tf.Tensor,
  moments: AdamState,
  gradient: tf.Tensor,
  settings: AdamSettings,
): AdamState & { readonly weight: tf.Tensor } {
  if (hasNativeKernels()) return ownStep(weight, moments, gradient, settings);
  const g = settings.scale === 1 ? gradient : tf.mul(gradient, settings.scale);
  const next = isNative() ? fusedStep(weight, moments, g, settings) : plainStep(weight, moments, g, settings);
  if (g !== gradient) g.dispose();
  return next;
}

function plainStep(weight: tf.Tensor, before: AdamState, g: tf.Tensor, settings: AdamSettings) {
  const { beta1, beta2, epsilon, step, rate, decay } = settings;
  const next = tf.tidy(() => {
    const m = tf.add(tf.mul(before.m, beta1), tf.mul(g, 1 - beta1));
    const v = tf.add(tf.mul(before.v, beta2), tf.mul(tf.square(g), 1 - beta2));
    // m / (1 - beta1^t) over sqrt(v / (1 - beta2^t)) + epsilon
    const root = tf.add(tf.sqrt(tf.mul(v, 1 / (1 - beta2 ** step))), epsilon);
    const change = tf.mul(tf.div(m, root), -rate / (1 - beta1 ** step));
    const kept = decay === 0 ? weight : tf.mul(weight, 1 - decay);
    return { m, v, weight: tf.add(kept, change) };
  });
  tf.dispose([before.m, before.v]);
  return next;
}

/** The same by our own operation, in one pass; the moments are changed in place, and nobody else may hold them. */
function ownStep(weight: tf.Tensor, { m, v }: AdamState, gradient: tf.Tensor, settings: AdamSettings) {
  const { beta1, beta2, epsilon, step, rate, scale, decay } = settings;
  const numbers = tf.tensor1d([
    ...[beta1, 1 - beta1, beta2, 1 - beta2, epsilon, scale, 1 - decay],
    rate / (1 - beta1 ** step),
    1 / Math.sqrt(1 - beta2 ** step),
  ]);
  const [next] = nativeOperation('ProrlAdam', {}, [weight, m, v, gradient, numbers], 1) as [tf.Tensor];
  numbers.dispose();
  return { weight: next, m, v };
}

/**
 * The same by TensorFlow's own operation, which passes over the numbers once, in place. It adds its epsilon to
 * sqrt(v) before the bias is corrected: epsilon sqrt(1 - beta2^t) there is epsilon after it.
 */
function fusedStep(weight: tf.Tensor, before: AdamState, g: tf.Tensor, settings: AdamSettings) {
  const { beta1, beta2, epsilon, step, rate, decay } = settings;
  const kept = tf.mul(weight, 1 - decay);
  const variables = [kept, before.m, before.v].map((value) => {
    const variable = new TensorFlowVariable(value);
    // Now nobody else holds the value, and it can be changed in place.
    value.dispose();
    return variable;
  });
  const power2 = beta2 ** step;
  const scalars = [beta1 ** step, power2, rate, beta1, beta2, epsilon * Math.sqrt(1 - power2)].map((value) =>
    tf.scalar(value),
  );
  nativeAction('ResourceApplyAdam', { T: 'float32' }, [
    ...variables.map(({ handle }) => handle),
    ...scalars,
    g,
  ]);
  tf.dispose(scalars);
  const [newWeight, m, v] = variables.map((variable) => variable.take()) as [tf.Tensor, tf.Tensor, tf.Tensor];
  return { weight: newWeight, m, v };
}

/** The sum of the squares of a tensor's elements, a scalar. */
export function sumOfSquares(x: tf.Tensor): tf.Scalar {
  if (!isNative()) return tf.sum(tf.square(x));
  const [half] = nativeOperation('L2Loss', { T: 'float32' }, [x], 1) as [tf.Scalar];
  return tf.mul(half, 2);
}
