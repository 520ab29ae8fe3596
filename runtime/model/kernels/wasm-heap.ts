import { tf } from '../../tensor/tf.ts';
import { kernelBinary } from './binary.ts';

/** The part of WebAssembly's own interface that is used; Node's types of version 20 do not have it. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyInterface };

/** Addresses and counts go in, results are written to the heap. */
export type HeapKernel = (...values: number[]) => void;
export type HeapKernels = Readonly<Record<string, HeapKernel>>;

/** The parts of tfjs's WebAssembly backend that a kernel of ours needs. */
interface WasmBackend {
  readonly wasm: {
    readonly asm: { readonly memory: object };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
}

/** What one call of a kernel has at hand: its inputs by name, places for results, scratch that is freed after it. */
export interface HeapCall {
  readonly kernels: HeapKernels;
  address(tensor: tf.TensorInfo): number;
  output(shape: readonly number[]): tf.TensorInfo;
  scratch(floats: number): number;
}

const instances = new WeakMap<object, HeapKernels>();

/** Whether the backend in use is the WebAssembly one, on whose heap our kernels work. */
export function hasHeapKernels(): boolean {
  return tf.getBackend() === 'wasm';
}

/**
 * Registers an operation with tfjs that computes on the heap of its WebAssembly backend, and gives back a
 * function that runs it. Results belong to the tidy in force, as those of any operation.
 */
export function heapOperation<Inputs extends Readonly<Record<string, tf.Tensor>>, Attributes extends object>(
  name: string,
  body: (call: HeapCall, inputs: Inputs, attributes: Attributes) => tf.TensorInfo[],
): (inputs: Inputs, attributes: Attributes) => tf.Tensor[] {
  const kernelName = `Prorl${name}`;
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const wasmBackend = backend as WasmBackend;
      const { wasm, dataIdMap } = wasmBackend;
      const taken: number[] = [];
      try {
        return body(
          {
            kernels: kernelsOf(wasmBackend),
            address: (tensor) => dataIdMap.get(tensor.dataId).memoryOffset,
            output: (shape) => wasmBackend.makeOutput(shape, 'float32'),
            scratch: (floats) => {
              const address = wasm._malloc(4 * floats);
              taken.push(address);
              return address;
            },
          },
          inputs as unknown as Inputs,
          attrs as unknown as Attributes,
        );
      } finally {
        taken.forEach((address) => wasm._free(address));
      }
    },
  });
  return (inputs, attributes) =>
    tf
      .engine()
      .runKernel(
        kernelName,
        inputs as unknown as tf.NamedTensorMap,
        attributes as unknown as tf.NamedAttrMap,
      ) as unknown as tf.Tensor[];
}

function kernelsOf(backend: WasmBackend): HeapKernels {
  const known = instances.get(backend);
  if (known !== undefined) return known;
  const module = new WebAssembly.Module(Buffer.from(kernelBinary, 'base64'));
  const { memory } = backend.wasm.asm;
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = instance.exports as HeapKernels;
  instances.set(backend, kernels);
  return kernels;
}
