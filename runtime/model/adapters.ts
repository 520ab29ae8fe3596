import type { Random } from '../tasks/task.ts';
import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import { layerName, weightSpecs, type WeightSpec } from './weight-names.ts';
import { inMemory, sizeOf, WeightSet } from './weight-set.ts';

/** How adapters are made. */
export interface AdapterSettings {
  readonly rank: number;
  readonly alpha: number;
  /** The linear layers that have one, by Hugging Face's names: `q_proj`. */
  readonly targets: readonly string[];
}

/** The adapter of one linear layer. */
export interface Adapter {
  readonly a_IR: tf.Tensor2D;
  readonly b_RO: tf.Tensor2D;
  /** alpha / rank */
  readonly scale: number;
}

const A = '.lora_A.weight';
const B = '.lora_B.weight';

/**
 * Low-rank adapters (Hu et al. 2021, arXiv:2106.09685, section 4.1): beside a frozen linear layer y = x W stands
 * alpha / rank (x A) B, with A [in, rank] and B [rank, out]. Without dropout: the policy that samples must be the
 * one that is updated. They own their weights; dispose them.
 */
export class Adapters {
  readonly settings: AdapterSettings;
  /** A and B of every layer; `model.layers.0.self_attn.q_proj.lora_A.weight` [rank, in] in files, `lora_B` [out, rank]. */
  readonly weights: WeightSet;

  private constructor(settings: AdapterSettings, weights: WeightSet) {
    this.settings = settings;
    this.weights = weights;
  }

  /**
   * A uniform within 1 / sqrt(in), each from a stream of its own, B 0, as PEFT begins them: at first the policy is the
   * model itself.
   */
  static fresh(config: ModelConfig, settings: AdapterSettings, randomOf: (name: string) => Random): Adapters {
    return Adapters.of(config, settings, (spec) => {
      if (!spec.name.endsWith(A)) return new Float32Array(sizeOf(spec));
      const random = randomOf(spec.name);
      const bound = 1 / Math.sqrt(spec.shape[1] as number);
      return Float32Array.from({ length: sizeOf(spec) }, () => bound * (2 * random.next() - 1));
    });
  }

  /** All 0, for a snapshot to fill. */
  static blank(config: ModelConfig, settings: AdapterSettings): Adapters {
    return Adapters.of(config, settings, (spec) => new Float32Array(sizeOf(spec)));
  }

  private static of(
    config: ModelConfig,
    settings: AdapterSettings,
    data: (spec: WeightSpec) => Float32Array,
  ): Adapters {
    const specs = adapterSpecs(config, settings);
    return new Adapters(settings, new WeightSet(specs, (spec) => inMemory(spec, data(spec))));
  }

  /** The adapter beside a linear layer such as `model.layers.0.self_attn.q_proj`; undefined where it has none. */
  beside(layer: string): Adapter | undefined {
    const { rank, alpha } = this.settings;
    const [a, b] = [this.weights.byName.get(layer + A), this.weights.byName.get(layer + B)];
    if (a === undefined || b === undefined) return undefined;
    return { a_IR: a as tf.Tensor as tf.Tensor2D, b_RO: b as tf.Tensor as tf.Tensor2D, scale: alpha / rank };
  }

  layerWeights(layer: number): tf.Variable[] {
    return this.weights.startingWith(layerName(layer, ''));
  }

  clone(): Adapters {
    return new Adapters(this.settings, this.weights.clone());
  }

  dispose(): void {
    this.weights.dispose();
  }
}

/** What the linear layer's weight becomes with its adapter taken in: W + alpha / rank A B, [in, out]. */
export function merged(weight_IO: tf.Tensor2D, { a_IR, b_RO, scale }: Adapter): tf.Tensor2D {
  return tf.tidy(() => tf.add(weight_IO, tf.mul(tf.matMul(a_IR, b_RO), scale)));
}

/** A and B of every target, in the order of the weights that they stand beside. */
function adapterSpecs(config: ModelConfig, { rank, targets }: AdapterSettings): WeightSpec[] {
  const wanted = new Set(targets);
  return weightSpecs(config).flatMap(({ name, shape, kind }): WeightSpec[] => {
    const layer = name.slice(0, -'.weight'.length);
    const target = layer.slice(layer.lastIndexOf('.') + 1);
    if (kind !== 'linear' || !wanted.has(target)) return [];
    const [out, input] = shape as [number, number];
    return [
      { name: layer + A, shape: [rank, input], kind },
      { name: layer + B, shape: [out, rank], kind },
    ];
  });
}
