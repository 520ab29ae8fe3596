import type { tf } from './tf.ts';
import { encodeAttribute, shapeAttribute, tensorAttribute, typeAttribute } from './graph-def.ts';
import type { Attribute, GraphNode } from './graph-def.ts';
import { isFastProduct } from './fast-math.ts';

/** What TensorFlow gives back of a tensor it has made. */
interface TensorMetadata {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}

/** The part of tfjs-node's compiled addon that is used here. */
export interface Binding {
  readonly TF_ATTR_TYPE: number;
  readonly TF_INT32: number;
  createTensor(shape: number[], dtype: number, values: ArrayLike<number>): number;
  deleteTensor(id: number): void;
  executeOp(name: string, attributes: Attribute[], inputs: number[], outputs: number): TensorMetadata[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[];
}

/** tfjs's backend over TensorFlow, as far as it is used here. */
export interface TensorFlowBackend {
  binding: Binding;
  write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object;
  getInputTensorIds(tensors: readonly tf.TensorInfo[]): number[];
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
}

/** A tensor of the graph: `node` or `node:1`. */
export type Name = string;

/** A recorded operation, or a constant or input, in the order in which they came. */
export interface Recorded extends GraphNode {
  readonly outputs: readonly Name[];
}

/** A constant of more elements is taken for data that should have been an input. */
const largestConstant = 256;

/**
 * Records what an eager computation asks of TensorFlow, as the nodes of a graph. While `during` runs, the
 * backend's binding is replaced by one that notes every call and passes it on.
 */
export class Recording {
  readonly nodes: Recorded[] = [];
  private readonly backend: TensorFlowBackend;
  private readonly nameOfId = new Map<number, Name>();
  private readonly shapeOfId = new Map<number, readonly number[]>();
  private readonly nameOfConstant = new Map<string, Name>();
  /** Values that came into being during the recording, before TensorFlow has seen them. */
  private readonly written = new Set<unknown>();

  constructor(backend: TensorFlowBackend) {
    this.backend = backend;
  }

  /** Declares a tensor as an input of the graph and gives its name there. */
  input(tensor: tf.Tensor): Name {
    const [id] = this.backend.getInputTensorIds([tensor]) as [number];
    const known = this.nameOfId.get(id);
    if (known !== undefined) return known;
    const dtype = dtypeNumber(tensor.dtype);
    this.shapeOfId.set(id, tensor.shape);
    return this.add(
      'Placeholder',
      [],
      [typeAttribute('dtype', dtype), shapeAttribute('shape', tensor.shape)],
      [id],
    );
  }

  /** The name in the graph of a tensor that was computed during the recording, or is an input. */
  nameOf(tensor: tf.Tensor): Name {
    const [id] = this.during(() => this.backend.getInputTensorIds([tensor])) as [number];
    return this.nameOfInput(id, 'a result');
  }

  /** Runs a computation and records it. */
  during<T>(work: () => T): T {
    const { backend } = this;
    const { binding } = backend;
    const write = backend.write;
    backend.binding = this.recorder(binding);
    backend.write = (values, shape, dtype) => {
      this.written.add(values);
      return write.call(backend, values, shape, dtype);
    };
    try {
      return work();
    } finally {
      backend.binding = binding;
      backend.write = write;
    }
  }

  /** The addon's properties are read-only and cannot be replaced one by one: this is a copy with three of our own. */
  private recorder(binding: Binding): Binding {
    return {
      ...Object.fromEntries(allKeys(binding).map((key) => [key, binding[key as keyof Binding]])),
      createTensor: (shape: number[], dtype: number, values: ArrayLike<number>) => {
        const id = binding.createTensor(shape, dtype, values);
        this.nameOfId.set(id, this.constant(shape, dtype, values));
        return id;
      },
      executeOp: (op: string, attributes: Attribute[], inputs: number[], outputs: number) => {
        const results = binding.executeOp(op, attributes, inputs, outputs);
        this.operation(op, attributes, inputs, results);
        return results;
      },
    } as unknown as Binding;
  }

  private operation(op: string, attributes: Attribute[], inputs: number[], results: TensorMetadata[]): void {
    const names = inputs.map((id) => this.nameOfInput(id, `an input of ${op}`));
    const ids = results.map(({ id, shape }) => {
      this.shapeOfId.set(id, shape);
      return id;
    });
    if (op === 'BatchMatMulV2' && this.isExactPlain(inputs, results)) {
      const renamed = attributes.map((attribute) => ({
        ...attribute,
        name: attribute.name.replace('adj_x', 'transpose_a').replace('adj_y', 'transpose_b'),
      }));
      this.add('MatMul', names, renamed.map(encodeAttribute), ids);
      return;
    }
    this.add(op, names, attributes.map(encodeAttribute), ids);
  }

  /**
   * tfjs multiplies plain matrices as batches of one; TensorFlow has a faster kernel for them, which knows float32 only.
   */
  private isExactPlain(inputs: readonly number[], [result]: readonly TensorMetadata[]): boolean {
    const [a, b] = inputs.map((id) => this.shapeOfId.get(id));
    if (a?.length !== 2 || b?.length !== 2 || result === undefined) return false;
    const [m, n] = result.shape as [number, number];
    return !isFastProduct(m, (a[0]! * a[1]!) / m, n);
  }

  private nameOfInput(id: number, what: string): Name {
    const name = this.nameOfId.get(id);
    if (name === undefined) {
      throw new RangeError(`${what} was made before the recording and is not declared as an input`);
    }
    return name;
  }

  private constant(shape: number[], dtype: number, values: ArrayLike<number>): Name {
    if (values.length === 0 || !this.written.has(values)) {
      throw new RangeError(
        `a tensor of shape [${shape}] was made before the recording and is not declared as an input`,
      );
    }
    const view = values as Float32Array | Int32Array | Uint8Array;
    if (values.length > largestConstant && !view.every((value) => value === view[0])) {
      throw new RangeError(
        `a recording made a constant of shape [${shape}]: data that may differ from call to call must be an input`,
      );
    }
    const uniform = values.length > largestConstant;
    const data = uniform ? view.slice(0, 1) : view;
    const content = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const key = `${dtype} ${shape} ${uniform} ${Buffer.from(content).toString('base64')}`;
    const known = this.nameOfConstant.get(key);
    if (known !== undefined) return known;
    const name = uniform
      ? this.fill(shape, dtype, content)
      : this.add(
          'Const',
          [],
          [typeAttribute('dtype', dtype), tensorAttribute('value', dtype, shape, content)],
          [],
        );
    this.nameOfConstant.set(key, name);
    return name;
  }

  /** A constant of one value throughout takes no room in the file. */
  private fill(shape: number[], dtype: number, element: Uint8Array): Name {
    const { TF_INT32 } = this.backend.binding;
    const size = this.constantOf(TF_INT32, [shape.length], Int32Array.from(shape));
    const value = this.add(
      'Const',
      [],
      [typeAttribute('dtype', dtype), tensorAttribute('value', dtype, [], element)],
      [],
    );
    return this.add(
      'Fill',
      [size, value],
      [typeAttribute('T', dtype), typeAttribute('index_type', TF_INT32)],
      [],
    );
  }

  private constantOf(dtype: number, shape: number[], values: Int32Array): Name {
    this.written.add(values);
    return this.constant(shape, dtype, values);
  }

  private add(
    op: string,
    inputs: readonly Name[],
    attributes: readonly Uint8Array[],
    ids: readonly number[],
  ): Name {
    const name = `n${this.nodes.length}`;
    const outputs = ids.length === 0 ? [name] : ids.map((_, i) => (i === 0 ? name : `${name}:${i}`));
    ids.forEach((id, i) => this.nameOfId.set(id, outputs[i] as Name));
    this.nodes.push({ name, op, inputs, attributes, outputs });
    return name;
  }
}

function dtypeNumber(dtype: tf.DataType): number {
  const numbers: Partial<Record<tf.DataType, number>> = { float32: 1, int32: 3, bool: 10 };
  const number = numbers[dtype];
  if (number === undefined) throw new RangeError(`a tensor of type ${dtype} cannot be an input of a graph`);
  return number;
}

function allKeys(object: object): string[] {
  const keys: string[] = [];
  for (
    let at: object | null = object;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    keys.push(...Object.getOwnPropertyNames(at).filter((key) => key !== 'constructor'));
  }
  return keys;
}
