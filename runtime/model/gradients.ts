import { tf } from '../tensor/tf.ts';
import type { Policy } from './policy.ts';

/** Gradients by the names of the trained weights, in the weights' layout in memory. Whoever asked for them disposes them. */
export type Gradients = ReadonlyMap<string, tf.Tensor>;

/** What a loss function gives: the scalar to descend, and scalars to look at on the side. */
export interface Loss {
  readonly loss: tf.Scalar;
  /** By-products that no gradient is taken of. They outlive the tidy; the caller disposes them. */
  readonly aside?: Readonly<Record<string, tf.Tensor>>;
}

export interface LossGradients {
  readonly loss: tf.Scalar;
  readonly gradients: Gradients;
  readonly aside: Readonly<Record<string, tf.Tensor>>;
}

/** The loss and its gradient in every trained weight of the policy. Everything else that was computed is freed. */
export function gradientsOf(policy: Policy, lossFunction: () => tf.Scalar | Loss): LossGradients {
  const trained = policy.trained.byName;
  const nameOf = new Map([...trained].map(([name, weight]) => [weight.name, name]));
  const aside: Record<string, tf.Tensor> = {};
  const { value, grads } = tf.variableGrads(() => {
    const result = lossFunction();
    if (result instanceof tf.Tensor) return result;
    for (const [name, tensor] of Object.entries(result.aside ?? {})) aside[name] = tf.keep(tf.clone(tensor));
    return result.loss;
  }, [...trained.values()]);
  const gradients = new Map<string, tf.Tensor>();
  for (const [variable, gradient] of Object.entries(grads)) {
    const name = nameOf.get(variable);
    // A weight that the loss does not reach has null for a gradient, whatever the type says.
    if (name !== undefined && (gradient as tf.Tensor | null) !== null) gradients.set(name, gradient);
  }
  for (const [name, weight] of trained) {
    if (!gradients.has(name)) gradients.set(name, tf.zerosLike(weight));
  }
  return { loss: value, gradients, aside };
}

/** The sums, over several loss functions, of losses, gradients and by-products: one update from micro-batches. */
export function accumulateGradients(
  policy: Policy,
  parts: readonly (() => tf.Scalar | Loss)[],
): LossGradients {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('accumulateGradients: no parts');
  let sum = gradientsOf(policy, first);
  for (const part of rest) {
    const next = gradientsOf(policy, part);
    const before = sum;
    sum = addUp(before, next);
    disposeGradients(before);
    disposeGradients(next);
  }
  return sum;
}

/** Frees everything that `gradientsOf` or `accumulateGradients` gave. */
export function disposeGradients({ loss, gradients, aside }: LossGradients): void {
  loss.dispose();
  for (const gradient of gradients.values()) gradient.dispose();
  for (const tensor of Object.values(aside)) tensor.dispose();
}

function addUp(a: LossGradients, b: LossGradients): LossGradients {
  const gradients = new Map<string, tf.Tensor>();
  for (const [name, gradient] of a.gradients) {
    gradients.set(name, tf.add(gradient, b.gradients.get(name) as tf.Tensor));
  }
  const aside: Record<string, tf.Tensor> = {};
  for (const [name, tensor] of Object.entries(a.aside)) {
    aside[name] = tf.add(tensor, b.aside[name] as tf.Tensor);
  }
  return { loss: tf.add(a.loss, b.loss), gradients, aside };
}
