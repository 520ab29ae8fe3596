import { tf } from '../../tf.ts';
import { allocate, poolOf } from './pool.ts';
import type { HeapKernels, WasmHeap } from './pool.ts';

/** The parts of tfjs's WebAssembly backend that an operation of ours needs. */
interface WasmBackend extends WasmHeap {
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
}

/** What one call of a kernel has at hand: its inputs by name, places for results, scratch that is freed after it. */
export interface HeapCall {
  readonly kernels: HeapKernels;
  address(tensor: tf.TensorInfo): number;
  output(shape: readonly number[]): tf.TensorInfo;
  /** So many floats for each thread that shares the work, one after the other. */
  scratch(floats: number): number;
}

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
      const { kernels, threads } = poolOf(wasmBackend);
      const taken: number[] = [];
      try {
        return body(
          {
            kernels,
            address: (tensor) => dataIdMap.get(tensor.dataId).memoryOffset,
            output: (shape) => wasmBackend.makeOutput(shape, 'float32'),
            scratch: (floats) => {
              const address = allocate(wasmBackend, 4 * floats * threads);
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
