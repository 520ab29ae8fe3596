import { hasNativeKernels } from '../native-kernels.ts';
import { nativeOperation } from '../native-operation.ts';
import type { tf } from '../tf.ts';
import { hasHeapKernels, heapOperation } from './wasm/heap.ts';
import type { HeapCall } from './wasm/heap.ts';

/** Whether the backend in use has operations of our own for rows of a width: they go by whole registers. */
export function hasKernels(width: number): boolean {
  return hasHeapKernels() ? width % 4 === 0 : hasNativeKernels() && width % 16 === 0;
}

/** How TensorFlow takes an operation: `inputs` in the order of runtime/tensor/kernels/native/ops.cc. */
interface NativeForm<Inputs, Attributes> {
  readonly inputs: (inputs: Inputs, attributes: Attributes) => tf.Tensor[];
  readonly outputs: number;
}

/**
 * An operation of our own: `body` on the heap of the WebAssembly backend, `native` on TensorFlow, where it has the
 * same name. Call it where `hasKernels` holds. No gradient passes through it.
 */
export function ownOperation<Inputs extends Readonly<Record<string, tf.Tensor>>, Attributes extends object>(
  name: string,
  body: (call: HeapCall, inputs: Inputs, attributes: Attributes) => tf.TensorInfo[],
  native: NativeForm<Inputs, Attributes>,
): (inputs: Inputs, attributes: Attributes) => tf.Tensor[] {
  const onHeap = heapOperation(name, body);
  return (inputs, attributes) =>
    hasNativeKernels()
      ? nativeOperation(`Prorl${name}`, {}, native.inputs(inputs, attributes), native.outputs)
      : onHeap(inputs, attributes);
}
