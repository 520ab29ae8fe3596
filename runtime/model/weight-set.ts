import { tf } from '../tensor/tf.ts';
import type { HostTensor, WeightData } from './safetensors.ts';
import type { WeightSpec } from './weight-names.ts';

/** Named weights on the backend in use, in the order in which files and optimizers hold them. It owns them; dispose it. */
export class WeightSet {
  readonly specs: readonly WeightSpec[];
  /** Linear weights are held [in, out], tables [out, in]. */
  readonly byName: ReadonlyMap<string, tf.Variable>;
  /** How many numbers they are. */
  readonly size: number;

  /** `valueOf` gives each weight as memory holds it; the tensor becomes the set's. */
  constructor(specs: readonly WeightSpec[], valueOf: (spec: WeightSpec) => tf.Tensor) {
    this.specs = specs;
    const byName = new Map<string, tf.Variable>();
    let size = 0;
    for (const spec of specs) {
      const value = valueOf(spec);
      byName.set(spec.name, tf.variable(value));
      value.dispose();
      size += value.size;
    }
    this.byName = byName;
    this.size = size;
  }

  /** A weight by name; a name that the set does not have is a defect. */
  get(name: string): tf.Variable {
    const weight = this.byName.get(name);
    if (weight === undefined) throw new RangeError(`no weight is called ${name}`);
    return weight;
  }

  /** Those whose names begin so. */
  startingWith(prefix: string): tf.Variable[] {
    return [...this.byName].filter(([name]) => name.startsWith(prefix)).map(([, weight]) => weight);
  }

  /** The same weights under an owner of their own; what lies on the backend is shared until one of the two changes. */
  clone(): WeightSet {
    return new WeightSet(this.specs, ({ name }) => tf.clone(this.get(name)));
  }

  /** Takes the values of another set of the same names and shapes. */
  copyFrom(other: WeightSet): void {
    for (const [name, weight] of this.byName) {
      const value = tf.clone(other.get(name));
      weight.assign(value);
      value.dispose();
    }
  }

  /** The weights on the host, exact to the bit, in the file's layout. */
  async snapshot(): Promise<WeightData> {
    const data = new Map<string, HostTensor>();
    for (const { name, shape, kind } of this.specs) {
      const weight = this.get(name);
      const stored = kind === 'linear' ? tf.transpose(weight) : tf.clone(weight);
      data.set(name, { shape, data: (await stored.data()) as Float32Array });
      stored.dispose();
    }
    return data;
  }

  /** Takes weights that `snapshot` gave; what does not fit is refused whole. */
  restore(data: WeightData): void {
    for (const { name } of this.specs) {
      if (data.get(name)?.data.length !== this.get(name).size) {
        throw new RangeError(`the snapshot has no fitting weight ${name}`);
      }
    }
    for (const spec of this.specs) {
      const value = inMemory(spec, (data.get(spec.name) as HostTensor).data);
      this.get(spec.name).assign(value);
      value.dispose();
    }
  }

  dispose(): void {
    for (const weight of this.byName.values()) weight.dispose();
  }
}

/** A weight as memory holds it, from what a file holds of it. */
export function inMemory(spec: WeightSpec, data: Float32Array): tf.Tensor {
  const stored = tf.tensor(data, [...spec.shape]);
  if (spec.kind !== 'linear') return stored;
  const transposed = tf.transpose(stored);
  stored.dispose();
  return transposed;
}

/** How many numbers a weight is. */
export function sizeOf({ shape }: WeightSpec): number {
  return shape.reduce((product, length) => product * length, 1);
}
