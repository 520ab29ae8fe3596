import type { KernelFunc, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { tf } from '../../tf.ts';

/**
 * `UnsortedSegmentSum` for the wasm backend, which ships without it: row i of the input is added to row
 * `segmentIds[i]` of the result. The gradient of `gather`, and so of every embedding, is made of it.
 * Rows with an id below 0 are dropped, as in TensorFlow.
 */
export function registerUnsortedSegmentSum(): void {
  if (tf.getKernel('UnsortedSegmentSum', 'wasm') !== undefined) return;
  tf.registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc: sumSegments as KernelFunc,
  });
}

interface Call {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
  readonly attrs: { readonly numSegments: number };
}

function sumSegments({ inputs, backend, attrs }: Call): TensorInfo {
  const x = inputs['x'] as TensorInfo;
  const segmentIds = inputs['segmentIds'] as TensorInfo;
  const idRank = segmentIds.shape.length;
  if (idRank > x.shape.length || segmentIds.shape.some((size, axis) => size !== x.shape[axis])) {
    throw new Error(
      `unsortedSegmentSum: segment ids of shape [${segmentIds.shape}] do not begin the shape [${x.shape}]`,
    );
  }
  const rowShape = x.shape.slice(idRank);
  const width = rowShape.reduce((product, size) => product * size, 1);
  const rows = segmentIds.shape.reduce((product, size) => product * size, 1);

  const out = backend.makeOutput([attrs.numSegments, ...rowShape], x.dtype);
  // Taken after the output is made: allocation may grow the heap, which detaches earlier views of it.
  const values = backend.typedArrayFromHeap(x);
  const ids = backend.typedArrayFromHeap(segmentIds);
  const sums = backend.typedArrayFromHeap(out);
  sums.fill(0);
  for (let row = 0; row < rows; row++) {
    const id = ids[row] as number;
    if (id < 0) continue;
    if (id >= attrs.numSegments) {
      throw new Error(`unsortedSegmentSum: segment id ${id} is not below ${attrs.numSegments}`);
    }
    const from = row * width;
    const to = id * width;
    for (let column = 0; column < width; column++) {
      sums[to + column] = (sums[to + column] as number) + (values[from + column] as number);
    }
  }
  return out;
}
