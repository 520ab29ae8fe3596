import { join } from 'node:path';
import type { Random } from '../tasks/task.ts';
import { tf } from '../tensor/tf.ts';
import { toHuggingFace } from './config.ts';
import type { ModelConfig } from './config.ts';
import { makeFolder, writeAtomically } from './files.ts';
import { openModelFiles } from './model-files.ts';
import type { ModelFiles } from './model-files.ts';
import { writeSafetensors } from './safetensors.ts';
import type { HostTensor, WeightData } from './safetensors.ts';
import type { Tokenizer } from './tokenizer.ts';
import { layerName, weightSpecs } from './weight-names.ts';
import type { WeightSpec } from './weight-names.ts';

/** A language model: its shape and its weights on the backend in use. It owns the weights; dispose it. */
export class Policy {
  readonly config: ModelConfig;
  /** By Hugging Face's names. Linear weights are held [in, out], tables [out, in]. */
  readonly weights: ReadonlyMap<string, tf.Variable>;
  readonly numberOfParameters: number;
  /** Tells computations on policies of different shape apart. */
  readonly shapeKey: string;

  private readonly byLayer: readonly (readonly tf.Variable[])[];

  private constructor(config: ModelConfig, valueOf: (spec: WeightSpec) => tf.Tensor) {
    this.config = config;
    this.shapeKey = JSON.stringify(config);
    const weights = new Map<string, tf.Variable>();
    let count = 0;
    for (const spec of weightSpecs(config)) {
      const value = valueOf(spec);
      weights.set(spec.name, tf.variable(value));
      value.dispose();
      count += value.size;
    }
    this.weights = weights;
    this.byLayer = Array.from({ length: config.layers }, (_, layer) =>
      [...weights].filter(([name]) => name.startsWith(layerName(layer, ''))).map(([, weight]) => weight),
    );
    this.numberOfParameters = count;
  }

  /** Reads a model folder. Throws ProrlError when it is damaged or not supported. */
  static async fromFolder(folder: string): Promise<Policy> {
    return Policy.fromFiles(await openModelFiles(folder));
  }

  /** Reads the weights of an opened model folder. Throws ProrlError when they are damaged or do not fit. */
  static fromFiles({ config, readWeights }: ModelFiles): Policy {
    const stored = readWeights();
    return new Policy(config, (spec) => {
      const tensor = stored.get(spec.name) as HostTensor;
      stored.delete(spec.name);
      return toMemory(spec, tensor.data);
    });
  }

  /**
   * A policy with random weights: normal with standard deviation 0.02, the projections that write to the
   * residual stream scaled down by sqrt(2 layers) (Radford et al. 2019, section 2.3), gains 1, biases 0.
   */
  static fresh(config: ModelConfig, random: Random): Policy {
    const normal = normalDraws(random);
    return new Policy(config, ({ name, shape, kind }) => {
      const size = shape.reduce((product, length) => product * length, 1);
      if (kind === 'gain') return tf.ones([size]);
      if (kind === 'bias') return tf.zeros([size]);
      const writes = name.endsWith('o_proj.weight') || name.endsWith('down_proj.weight');
      const deviation = writes ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
      const data = Float32Array.from({ length: size }, () => deviation * normal());
      return toMemory({ name, shape, kind }, data);
    });
  }

  /** A policy of a shape with all weights 0, for a snapshot to fill. */
  static blank(config: ModelConfig): Policy {
    return new Policy(config, ({ name, shape, kind }) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return toMemory({ name, shape, kind }, new Float32Array(size));
    });
  }

  /** A weight by name; a name that this shape does not have is a defect. */
  weight(name: string): tf.Variable {
    const weight = this.weights.get(name);
    if (weight === undefined) throw new RangeError(`no weight is called ${name}`);
    return weight;
  }

  /** The weights of one layer, in the order in which files hold them. */
  layerWeights(layer: number): readonly tf.Variable[] {
    return this.byLayer[layer] as readonly tf.Variable[];
  }

  clone(): Policy {
    return new Policy(this.config, (spec) => tf.clone(this.weight(spec.name)));
  }

  /** Takes the weights of another policy of the same shape. */
  copyFrom(other: Policy): void {
    for (const [name, weight] of this.weights) {
      const value = tf.clone(other.weight(name));
      weight.assign(value);
      value.dispose();
    }
  }

  /** The weights on the host, exact to the bit, in the file's layout. */
  async snapshot(): Promise<WeightData> {
    const data = new Map<string, HostTensor>();
    for (const { name, shape, kind } of weightSpecs(this.config)) {
      const weight = this.weight(name);
      const stored = kind === 'linear' ? tf.transpose(weight) : tf.clone(weight);
      data.set(name, { shape, data: (await stored.data()) as Float32Array });
      stored.dispose();
    }
    return data;
  }

  /** Takes weights that `snapshot` gave. */
  restore(data: WeightData): void {
    const specs = weightSpecs(this.config);
    for (const { name } of specs) {
      if (data.get(name)?.data.length !== this.weight(name).size) {
        throw new RangeError(`the snapshot has no fitting weight ${name}`);
      }
    }
    for (const spec of specs) {
      const value = toMemory(spec, (data.get(spec.name) as HostTensor).data);
      this.weight(spec.name).assign(value);
      value.dispose();
    }
  }

  /**
   * Writes the model folder as Hugging Face has it, each file all or nothing and config.json last, so that a
   * folder with a config.json is whole. Throws ProrlError when the disk does not take it.
   */
  async saveTo(folder: string, tokenizer?: Tokenizer): Promise<void> {
    const weights = await this.snapshot();
    makeFolder(folder);
    writeSafetensors(join(folder, 'model.safetensors'), weights);
    tokenizer?.saveTo(folder);
    this.saveConfig(folder);
  }

  /** Writes a model folder without its weights: config.json and the tokenizer. */
  saveShapeTo(folder: string, tokenizer: Tokenizer): void {
    makeFolder(folder);
    tokenizer.saveTo(folder);
    this.saveConfig(folder);
  }

  private saveConfig(folder: string): void {
    const config = JSON.stringify(toHuggingFace(this.config), undefined, 2);
    writeAtomically(join(folder, 'config.json'), [`${config}\n`]);
  }

  dispose(): void {
    for (const weight of this.weights.values()) weight.dispose();
  }
}

function toMemory(spec: WeightSpec, data: Float32Array): tf.Tensor {
  const stored = tf.tensor(data, [...spec.shape]);
  if (spec.kind !== 'linear') return stored;
  const transposed = tf.transpose(stored);
  stored.dispose();
  return transposed;
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
