import { tf } from '../../tensor/tf.ts';
/** Addresses and counts go in, results are written to the heap. */
export type HeapKernel = (...values: number[]) => void;
export type HeapKernels = Readonly<Record<string, HeapKernel>>;
/** What one call of a kernel has at hand: its inputs by name, places for results, scratch that is freed after it. */
export interface HeapCall {
    readonly kernels: HeapKernels;
    address(tensor: tf.TensorInfo): number;
    output(shape: readonly number[]): tf.TensorInfo;
    scratch(floats: number): number;
}
/** Whether the backend in use is the WebAssembly one, on whose heap our kernels work. */
export declare function hasHeapKernels(): boolean;
/**
 * Registers an operation with tfjs that computes on the heap of its WebAssembly backend, and gives back a
 * function that runs it. Results belong to the tidy in force, as those of any operation.
 */
export declare function heapOperation<Inputs extends Readonly<Record<string, tf.Tensor>>, Attributes extends object>(name: string, body: (call: HeapCall, inputs: Inputs, attributes: Attributes) => tf.TensorInfo[]): (inputs: Inputs, attributes: Attributes) => tf.Tensor[];
