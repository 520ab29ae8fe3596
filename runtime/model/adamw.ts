import { tf } from '../tensor/tf.ts';
import type { Gradients } from './gradients.ts';
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
  /** Euclidean norm of the change of the weights. */
  readonly updateNorm: number;
  /** True where the gradient was not finite: then nothing was changed. */
  readonly skipped: boolean;
}

/** Moments and step count, exact to the bit; tensors are named `m.WEIGHT` and `v.WEIGHT`. */
export interface AdamWState {
  readonly step: number;
  readonly tensors: WeightData;
}

/** Weights whose moments lie in one long vector: a few operations serve them all. */
interface Group {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly decays: boolean;
  m: tf.Tensor1D;
  v: tf.Tensor1D;
}

/** Elements of one group at most: bounds the temporary memory of a step on large models. */
const groupElements = 1 << 22;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2). */
export class AdamW {
  private readonly policy: Policy;
  private readonly options: Required<AdamWOptions>;
  private readonly groups: readonly Group[];
  private steps = 0;

  constructor(policy: Policy, options: AdamWOptions = {}) {
    this.policy = policy;
    this.options = {
      beta1: options.beta1 ?? 0.9,
      beta2: options.beta2 ?? 0.999,
      epsilon: options.epsilon ?? 1e-8,
    };
    this.groups = groupsOf(policy);
  }

  /** Number of updates since the start or the last `clear`. */
  get count(): number {
    return this.steps;
  }

  /** One update. The gradients stay the caller's. */
  async step(gradients: Gradients, settings: StepSettings): Promise<StepReport> {
    const flat = this.groups.map((group) => flatGradient(group, gradients));
    try {
      const gradNorm = await normOf(flat);
      if (!Number.isFinite(gradNorm)) return { gradNorm, updateNorm: 0, skipped: true };
      this.steps++;
      const scale = Math.min(1, (settings.clipNorm ?? Infinity) / gradNorm);
      const updates = this.groups.map((group, g) =>
        this.update(group, flat[g] as tf.Tensor1D, scale, settings),
      );
      const updateNorm = await normOf(updates);
      updates.forEach((update) => update.dispose());
      return { gradNorm, updateNorm, skipped: false };
    } finally {
      flat.forEach((gradient) => gradient.dispose());
    }
  }

  /** Forgets the moments and the step count, as a reset of the optimizer does. */
  clear(): void {
    this.steps = 0;
    for (const group of this.groups) {
      group.m = replaced(group.m, tf.zerosLike(group.m));
      group.v = replaced(group.v, tf.zerosLike(group.v));
    }
  }

  async state(): Promise<AdamWState> {
    const tensors = new Map<string, HostTensor>();
    for (const group of this.groups) {
      const [m, v] = (await Promise.all([group.m.data(), group.v.data()])) as [Float32Array, Float32Array];
      let offset = 0;
      group.names.forEach((name, i) => {
        const end = offset + (group.sizes[i] as number);
        const { shape } = this.policy.weight(name);
        tensors.set(`m.${name}`, { shape, data: m.slice(offset, end) });
        tensors.set(`v.${name}`, { shape, data: v.slice(offset, end) });
        offset = end;
      });
    }
    return { step: this.steps, tensors };
  }

  /** Takes a state that `state` gave; one that does not fit is refused whole. */
  restore({ step, tensors }: AdamWState): void {
    const data = this.groups.map(
      (group) => [joined('m', group, tensors), joined('v', group, tensors)] as const,
    );
    this.steps = step;
    this.groups.forEach((group, g) => {
      const [m, v] = data[g] as readonly [Float32Array, Float32Array];
      group.m = replaced(group.m, tf.tensor1d(m));
      group.v = replaced(group.v, tf.tensor1d(v));
    });
  }

  dispose(): void {
    for (const group of this.groups) {
      group.m.dispose();
      group.v.dispose();
    }
  }

  /** Moves moments and weights of one group; returns the change of the weights. */
  private update(
    group: Group,
    gradient: tf.Tensor1D,
    scale: number,
    { rate, weightDecay = 0 }: StepSettings,
  ): tf.Tensor1D {
    const { beta1, beta2, epsilon } = this.options;
    const [m, v, change] = tf.tidy(() => {
      const g = scale === 1 ? gradient : tf.mul(gradient, scale);
      const m = tf.add(tf.mul(group.m, beta1), tf.mul(g, 1 - beta1)) as tf.Tensor1D;
      const v = tf.add(tf.mul(group.v, beta2), tf.mul(tf.square(g), 1 - beta2)) as tf.Tensor1D;
      // m / (1 - beta1^t) over sqrt(v / (1 - beta2^t)) + epsilon
      const correction1 = 1 - beta1 ** this.steps;
      const correction2 = 1 - beta2 ** this.steps;
      const root = tf.add(tf.sqrt(tf.mul(v, 1 / correction2)), epsilon);
      const moved = tf.mul(tf.div(m, root), -rate / correction1);
      const decay = group.decays ? rate * weightDecay : 0;
      const change = decay === 0 ? moved : tf.sub(moved, tf.mul(this.flatWeights(group), decay));
      return [m, v, change as tf.Tensor1D] as const;
    });
    group.m = replaced(group.m, m);
    group.v = replaced(group.v, v);
    this.apply(group, change);
    return change;
  }

  private flatWeights(group: Group): tf.Tensor1D {
    return tf.concat(group.names.map((name) => tf.reshape(this.policy.weight(name), [-1])));
  }

  private apply(group: Group, change: tf.Tensor1D): void {
    let offset = 0;
    group.names.forEach((name, i) => {
      const size = group.sizes[i] as number;
      const weight = this.policy.weight(name);
      const value = tf.tidy(() =>
        tf.add(weight, tf.reshape(tf.slice(change, [offset], [size]), weight.shape)),
      );
      weight.assign(value);
      value.dispose();
      offset += size;
    });
  }
}

function groupsOf(policy: Policy): Group[] {
  const groups: Group[] = [];
  const flush = (names: string[], decays: boolean) => {
    if (names.length === 0) return;
    const sizes = names.map((name) => policy.weight(name).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    groups.push({ names, sizes, decays, m: tf.zeros([total]), v: tf.zeros([total]) });
  };
  for (const decays of [true, false]) {
    let names: string[] = [];
    let elements = 0;
    for (const [name, weight] of policy.weights) {
      if (weight.rank > 1 !== decays) continue;
      if (elements + weight.size > groupElements) {
        flush(names, decays);
        names = [];
        elements = 0;
      }
      names.push(name);
      elements += weight.size;
    }
    flush(names, decays);
  }
  return groups;
}

function flatGradient(group: Group, gradients: Gradients): tf.Tensor1D {
  return tf.tidy(() =>
    tf.concat(
      group.names.map((name) => {
        const gradient = gradients.get(name);
        if (gradient === undefined) throw new RangeError(`no gradient for the weight ${name}`);
        return tf.reshape(gradient, [-1]) as tf.Tensor1D;
      }),
    ),
  );
}

async function normOf(vectors: readonly tf.Tensor1D[]): Promise<number> {
  const squares = tf.tidy(() => tf.stack(vectors.map((vector) => tf.sum(tf.square(vector)))));
  const values = await squares.data();
  squares.dispose();
  return Math.sqrt([...values].reduce((sum, value) => sum + value, 0));
}

function joined(moment: 'm' | 'v', group: Group, tensors: WeightData): Float32Array {
  const total = group.sizes.reduce((sum, size) => sum + size, 0);
  const flat = new Float32Array(total);
  let offset = 0;
  group.names.forEach((name, i) => {
    const stored = tensors.get(`${moment}.${name}`);
    if (stored === undefined || stored.data.length !== group.sizes[i]) {
      throw new RangeError(`the optimizer's state has no fitting tensor ${moment}.${name}`);
    }
    flat.set(stored.data, offset);
    offset += stored.data.length;
  });
  return flat;
}

function replaced(before: tf.Tensor1D, after: tf.Tensor1D): tf.Tensor1D {
  before.dispose();
  return after;
}
