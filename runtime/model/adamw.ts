import { tf } from '../tensor/tf.ts';
import type { Gradients } from './gradients.ts';
import { adamStep, sumOfSquares } from './ops/adam-step.ts';
import type { Policy } from './policy.ts';
import type { HostTensor, WeightData } from './safetensors.ts';

export interface AdamWOptions {
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/** What may change from one update to the next. */
export interface StepSettings {
  readonly rate: number;
  /** Decoupled; acts on matrices, not on gains and biases. Default: 0. */
  readonly weightDecay?: number;
  /** Longest gradient, as a Euclidean norm over all weights; longer ones are scaled down. Default: no limit. */
  readonly clipNorm?: number;
}

export interface StepReport {
  /** Euclidean norm of the gradient over all weights, before clipping. */
  readonly gradNorm: number;
  /** True where the gradient was not finite: then nothing was changed. */
  readonly skipped: boolean;
}

/** Moments and step count, exact to the bit; tensors are named `m.WEIGHT` and `v.WEIGHT`. */
export interface AdamWState {
  readonly step: number;
  readonly tensors: WeightData;
}

/** The moving means of a weight's gradient and of its square, in the weight's shape. */
interface Moments {
  m: tf.Tensor;
  v: tf.Tensor;
}

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2). */
export class AdamW {
  private readonly policy: Policy;
  private readonly options: Required<AdamWOptions>;
  private readonly moments: ReadonlyMap<string, Moments>;
  private steps = 0;

  constructor(policy: Policy, options: AdamWOptions = {}) {
    this.policy = policy;
    this.options = {
      beta1: options.beta1 ?? 0.9,
      beta2: options.beta2 ?? 0.999,
      epsilon: options.epsilon ?? 1e-8,
    };
    this.moments = new Map(
      [...policy.trained.byName].map(([name, weight]) => [
        name,
        { m: tf.zeros(weight.shape), v: tf.zeros(weight.shape) },
      ]),
    );
  }

  /** Number of updates since the start or the last `clear`. */
  get count(): number {
    return this.steps;
  }

  /** One update. The gradients stay the caller's. */
  async step(gradients: Gradients, { rate, weightDecay = 0, clipNorm }: StepSettings): Promise<StepReport> {
    const gradientOf = (name: string): tf.Tensor => {
      const gradient = gradients.get(name);
      if (gradient === undefined) throw new RangeError(`no gradient for the weight ${name}`);
      return gradient;
    };
    const gradNorm = await normOf([...this.moments.keys()].map(gradientOf));
    if (!Number.isFinite(gradNorm)) return { gradNorm, skipped: true };
    this.steps++;
    const scale = Math.min(1, (clipNorm ?? Infinity) / gradNorm);
    for (const [name, moments] of this.moments) {
      const weight = this.policy.trained.get(name);
      const next = adamStep(weight, moments, gradientOf(name), {
        ...this.options,
        step: this.steps,
        rate,
        scale,
        decay: weight.rank > 1 ? rate * weightDecay : 0,
      });
      moments.m = next.m;
      moments.v = next.v;
      weight.assign(next.weight);
      next.weight.dispose();
    }
    return { gradNorm, skipped: false };
  }

  /** Forgets the moments and the step count, as a reset of the optimizer does. */
  clear(): void {
    this.steps = 0;
    for (const moments of this.moments.values()) {
      moments.m = replaced(moments.m, tf.zerosLike(moments.m));
      moments.v = replaced(moments.v, tf.zerosLike(moments.v));
    }
  }

  async state(): Promise<AdamWState> {
    const tensors = new Map<string, HostTensor>();
    for (const [name, { m, v }] of this.moments) {
      const [mData, vData] = (await Promise.all([m.data(), v.data()])) as [Float32Array, Float32Array];
      // TensorFlow may change these tensors in place at the next step.
      tensors.set(`m.${name}`, { shape: m.shape, data: mData.slice() });
      tensors.set(`v.${name}`, { shape: v.shape, data: vData.slice() });
    }
    return { step: this.steps, tensors };
  }

  /** Takes a state that `state` gave; one that does not fit is refused whole. */
  restore({ step, tensors }: AdamWState): void {
    const data = [...this.moments].map(([name, { m, v }]) => ({
      m: storedFor(`m.${name}`, m, tensors),
      v: storedFor(`v.${name}`, v, tensors),
    }));
    this.steps = step;
    [...this.moments.values()].forEach((moments, i) => {
      const { m, v } = data[i] as (typeof data)[number];
      moments.m = replaced(moments.m, tf.tensor(m.slice(), moments.m.shape));
      moments.v = replaced(moments.v, tf.tensor(v.slice(), moments.v.shape));
    });
  }

  dispose(): void {
    for (const { m, v } of this.moments.values()) tf.dispose([m, v]);
  }
}

/** Euclidean norm of all of them together. */
async function normOf(tensors: readonly tf.Tensor[]): Promise<number> {
  const squares = tf.tidy(() => tf.stack(tensors.map(sumOfSquares)));
  const values = await squares.data();
  squares.dispose();
  return Math.sqrt([...values].reduce((sum, value) => sum + value, 0));
}

function storedFor(name: string, like: tf.Tensor, tensors: WeightData): Float32Array {
  const stored = tensors.get(name);
  if (stored === undefined || stored.data.length !== like.size) {
    throw new RangeError(`the optimizer's state has no fitting tensor ${name}`);
  }
  return stored.data;
}

function replaced(before: tf.Tensor, after: tf.Tensor): tf.Tensor {
  before.dispose();
  return after;
}
