import type { KernelFunc, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { tf } from '../tf.ts';

/**
 * `GatherV2` and `Tile` for the wasm backend, which ships versions that compute an index for every single
 * element. Broadcasting is made of tiles and so, in turn, is `where`. These copy whole runs of memory
 * instead, which is 20 to 80 times faster at a transformer's shapes.
 */
export function registerFastMoves(): void {
  if (registered) return;
  registered = true;
  replace('GatherV2', gather as unknown as KernelFunc);
  replace('Tile', tile as unknown as KernelFunc);
}

let registered = false;

function replace(kernelName: string, kernelFunc: KernelFunc): void {
  tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

interface GatherCall {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
  readonly attrs: { readonly axis: number; readonly batchDims: number };
}

/** out[b, o, i, :] = x[b, o, indices[b, i], :], where `o` runs over the axes between the batch and `axis`. */
function gather({ inputs, backend, attrs }: GatherCall): TensorInfo {
  const x = inputs['x'] as TensorInfo;
  const indices = inputs['indices'] as TensorInfo;
  const axis = tf.util.parseAxisParam(attrs.axis, x.shape)[0] as number;
  const shape = tf.backend_util.segment_util.collectGatherOpShapeInfo(
    x as tf.Tensor,
    indices as tf.Tensor,
    axis,
    attrs.batchDims,
  );
  const { batchSize, outerSize, dimSize, sliceSize, outputShape } = shape;
  const out = backend.makeOutput(outputShape, x.dtype);
  const ids = backend.typedArrayFromHeap(indices);
  const from = backend.typedArrayFromHeap(x);
  const to = backend.typedArrayFromHeap(out);
  const perBatch = ids.length / Math.max(1, batchSize);
  for (const id of ids) {
    if (!(id >= 0 && id < dimSize)) {
      backend.disposeData(out.dataId);
      throw new Error(`gather: index ${id} is not in [0, ${dimSize - 1}]`);
    }
  }
  let target = 0;
  for (let batch = 0; batch < batchSize; batch++) {
    for (let outer = 0; outer < outerSize; outer++) {
      const base = (batch * outerSize + outer) * dimSize;
      for (let i = 0; i < perBatch; i++) {
        const source = (base + (ids[batch * perBatch + i] as number)) * sliceSize;
        if (sliceSize === 1) to[target] = from[source] as number;
        else to.set(from.subarray(source, source + sliceSize), target);
        target += sliceSize;
      }
    }
  }
  return out;
}

interface TileCall {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
  readonly attrs: { readonly reps: number[] };
}

type Values = Float32Array | Int32Array | Uint8Array;

/** Repeats axis after axis, the innermost first: a repeated axis is a run of memory written several times. */
function tile({ inputs, backend, attrs }: TileCall): TensorInfo {
  const x = inputs['x'] as TensorInfo;
  const outShape = x.shape.map((size, axis) => size * (attrs.reps[axis] ?? 1));
  const out = backend.makeOutput(outShape, x.dtype);
  const to = backend.typedArrayFromHeap(out) as Values;
  if (to.length === 0) return out;
  let values = backend.typedArrayFromHeap(x) as Values;
  const repeated = [...x.shape.keys()].filter((axis) => (attrs.reps[axis] ?? 1) > 1).reverse();
  if (repeated.length === 0) to.set(values);
  const sizes = [...x.shape];
  for (const [done, axis] of repeated.entries()) {
    const reps = attrs.reps[axis] as number;
    const run = tf.util.sizeFromShape(sizes.slice(axis));
    sizes[axis] = (sizes[axis] as number) * reps;
    const last = done === repeated.length - 1;
    const target = last ? to : sameKind(values, values.length * reps);
    repeatRuns(values, target, run, reps);
    values = target;
  }
  return out;
}

function repeatRuns(from: Values, to: Values, run: number, reps: number): void {
  let target = 0;
  for (let source = 0; source < from.length; source += run) {
    const end = target + run * reps;
    if (run === 1) {
      to.fill(from[source] as number, target, end);
    } else {
      to.set(from.subarray(source, source + run), target);
      // What is written is doubled until it fills its place: few long copies instead of many short ones.
      for (let filled = run; filled < run * reps; filled *= 2) {
        to.copyWithin(target + filled, target, Math.min(target + filled, end - filled));
      }
    }
    target = end;
  }
}

function sameKind(values: Values, length: number): Values {
  if (values instanceof Float32Array) return new Float32Array(length);
  return values instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}
