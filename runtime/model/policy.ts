import type { Random } from '../tasks/task.ts';
import { tf } from '../tensor/tf.ts';
import { merged, type Adapters } from './adapters.ts';
import type { ModelConfig } from './config.ts';
import { openModelFiles } from './model-files.ts';
import type { ModelFiles } from './model-files.ts';
import type { HostTensor, WeightData } from './safetensors.ts';
import type { Tokenizer } from './tokenizer.ts';
import { layerName, weightSpecs } from './weight-names.ts';
import type { WeightSpec } from './weight-names.ts';
import { inMemory, sizeOf, WeightSet } from './weight-set.ts';
import { writeModelFolder } from './write-model-folder.ts';

/**
 * A language model: its shape and its weights on the backend in use. With adapters, these alone are trained, and the
 * weights beside which they stand are frozen. It owns both; dispose it.
 */
export class Policy {
  readonly config: ModelConfig;
  readonly adapters: Adapters | null;
  /** Of the model itself, adapters left out. */
  readonly numberOfParameters: number;
  /** Tells computations on policies of different shape apart. */
  readonly shapeKey: string;

  private readonly own: WeightSet;
  private readonly byLayer: readonly LayerWeights[];

  private constructor(config: ModelConfig, own: WeightSet, adapters: Adapters | null) {
    this.config = config;
    this.own = own;
    this.adapters = adapters;
    this.shapeKey = JSON.stringify([config, adapters?.settings]);
    this.numberOfParameters = own.size;
    this.byLayer = Array.from({ length: config.layers }, (_, layer) => {
      const weights = own.startingWith(layerName(layer, ''));
      return adapters === null
        ? { trained: weights, frozen: [] }
        : { trained: adapters.layerWeights(layer), frozen: weights };
    });
  }

  /** Reads a model folder. Throws ProrlError when it is damaged or not supported. */
  static async fromFolder(folder: string): Promise<Policy> {
    return Policy.fromFiles(await openModelFiles(folder));
  }

  /** Reads the weights of an opened model folder. Throws ProrlError when they are damaged or do not fit. */
  static fromFiles({ config, readWeights }: ModelFiles): Policy {
    const stored = readWeights();
    return Policy.of(config, (spec) => {
      const tensor = stored.get(spec.name) as HostTensor;
      stored.delete(spec.name);
      return inMemory(spec, tensor.data);
    });
  }

  /**
   * A policy with random weights: normal with standard deviation 0.02, the projections that write to the
   * residual stream scaled down by sqrt(2 layers) (Radford et al. 2019, section 2.3), gains 1, biases 0.
   */
  static fresh(config: ModelConfig, random: Random): Policy {
    const normal = normalDraws(random);
    return Policy.of(config, (spec) => {
      const { name, kind } = spec;
      const size = sizeOf(spec);
      if (kind === 'gain') return tf.ones([size]);
      if (kind === 'bias') return tf.zeros([size]);
      const writes = name.endsWith('o_proj.weight') || name.endsWith('down_proj.weight');
      const deviation = writes ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
      return inMemory(
        spec,
        Float32Array.from({ length: size }, () => deviation * normal()),
      );
    });
  }

  /** A policy of a shape with all weights 0, for a snapshot to fill. */
  static blank(config: ModelConfig): Policy {
    return Policy.of(config, (spec) => inMemory(spec, new Float32Array(sizeOf(spec))));
  }

  private static of(config: ModelConfig, valueOf: (spec: WeightSpec) => tf.Tensor): Policy {
    return new Policy(config, new WeightSet(weightSpecs(config), valueOf), null);
  }

  /** The model's weights by Hugging Face's names. Linear weights are held [in, out], tables [out, in]. */
  get weights(): ReadonlyMap<string, tf.Variable> {
    return this.own.byName;
  }

  /** What updates move: the adapters where there are any, else all weights. */
  get trained(): WeightSet {
    return this.adapters?.weights ?? this.own;
  }

  /** A weight by name; a name that this shape does not have is a defect. */
  weight(name: string): tf.Variable {
    return this.own.get(name);
  }

  /** What one layer reads, in the order in which files hold it. */
  layerWeights(layer: number): LayerWeights {
    return this.byLayer[layer] as LayerWeights;
  }

  /** The same policy under an owner of its own; on the backend weights are shared until one of the two changes. */
  clone(): Policy {
    return new Policy(this.config, this.own.clone(), this.adapters?.clone() ?? null);
  }

  /** This model with adapters, which are now its own. */
  with(adapters: Adapters): Policy {
    return new Policy(this.config, this.own.clone(), adapters);
  }

  /** The model beside which the adapters stand. */
  withoutAdapters(): Policy {
    return new Policy(this.config, this.own.clone(), null);
  }

  /** A model without adapters that gives what this one gives: they are taken into the weights. */
  merged(): Policy {
    const { adapters } = this;
    if (adapters === null) return this.clone();
    return Policy.of(this.config, ({ name }) => {
      const weight = this.weight(name);
      const adapter = adapters.beside(name.slice(0, -'.weight'.length));
      return adapter === undefined ? tf.clone(weight) : merged(weight as tf.Tensor as tf.Tensor2D, adapter);
    });
  }

  /** Takes what another policy of the same shape has learned; weights that are frozen stay. */
  copyFrom(other: Policy): void {
    this.trained.copyFrom(other.trained);
  }

  /** What is trained, on the host, exact to the bit, in the file's layout. */
  snapshot(): Promise<WeightData> {
    return this.trained.snapshot();
  }

  /** The same of the weights that adapters stand beside; null where there are no adapters. */
  async frozen(): Promise<WeightData | null> {
    return this.adapters === null ? null : this.own.snapshot();
  }

  /** Takes weights that `snapshot` gave. */
  restore(data: WeightData): void {
    this.trained.restore(data);
  }

  /**
   * Writes the model folder as Hugging Face has it, adapters taken in, each file all or nothing and config.json last,
   * so that a folder with a config.json is whole. Throws ProrlError when the disk does not take it.
   */
  async saveTo(folder: string, tokenizer?: Tokenizer): Promise<void> {
    const whole = this.merged();
    const weights = await whole.snapshot();
    whole.dispose();
    writeModelFolder(folder, this.config, { weights, tokenizer });
  }

  dispose(): void {
    this.own.dispose();
    this.adapters?.dispose();
  }
}

/** The weights that a layer's updates move, and those that stay as they are. */
export interface LayerWeights {
  readonly trained: readonly tf.Variable[];
  readonly frozen: readonly tf.Variable[];
}

/** Standard normal draws from uniform ones, by Box and Muller's method. */
function normalDraws(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
