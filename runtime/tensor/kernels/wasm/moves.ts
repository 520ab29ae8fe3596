import type { KernelFunc, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { tf } from '../../tf.ts';

/**
 * `GatherV2` and `Tile` for the wasm backend, which ships versions that compute an index for every single
 * element. Broadcasting is made of tiles and so, in turn, is `where`. These copy whole runs of memory
 * instead, which is 20 to 80 times faster at a transformer's shapes. As shipped, `Identity`, which every tensor
 * saved for a gradient goes through, copies, and `Slice` first copies the whole of what it slices.
 */
export function registerFastMoves(): void {
  if (registered) return;
  registered = true;
  replace('GatherV2', gather as unknown as KernelFunc);
  replace('Tile', tile as unknown as KernelFunc);
  replace('Identity', identity as unknown as KernelFunc);
  shippedSlice = tf.getKernel('Slice', 'wasm').kernelFunc;
  replace('Slice', slice as unknown as KernelFunc);
}

let registered = false;
let shippedSlice: KernelFunc;

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

interface IdentityCall {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
}

/** The same values under a second handle: they are counted, and nothing ever writes to them. */
function identity({ inputs, backend }: IdentityCall): TensorInfo {
  const { dataId, shape, dtype } = inputs['x'] as TensorInfo;
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

interface SliceCall {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
  readonly attrs: { readonly begin: number[]; readonly size: number[] };
}

/** Copies the longest runs that are contiguous in the source. */
function slice({ inputs, backend, attrs }: SliceCall): TensorInfo | TensorInfo[] {
  const x = inputs['x'] as TensorInfo;
  if (x.dtype === 'string') {
    return shippedSlice({ inputs, backend, attrs: attrs as unknown as NamedAttrMap });
  }
  const [begin, size] = tf.slice_util.parseSliceParams(x as tf.Tensor, attrs.begin, attrs.size) as [
    number[],
    number[],
  ];
  tf.slice_util.assertParamsValid(x as tf.Tensor, begin, size);
  const out = backend.makeOutput(size, x.dtype);
  const from = backend.typedArrayFromHeap(x) as Values;
  const to = backend.typedArrayFromHeap(out) as Values;
  // Axes after the last one that is cut are taken whole: with it they make one run.
  let cut = size.length - 1;
  while (cut > 0 && size[cut] === x.shape[cut]) cut--;
  const run = tf.util.sizeFromShape(size.slice(Math.max(cut, 0)));
  const strides = [...tf.util.computeStrides(x.shape), 1];
  const index = begin.slice(0, Math.max(cut, 0));
  const rest = begin
    .slice(index.length)
    .reduce((sum, at, i) => sum + at * (strides[index.length + i] ?? 1), 0);
  for (let target = 0; target < to.length; target += run) {
    const source = index.reduce((sum, at, axis) => sum + at * (strides[axis] as number), rest);
    to.set(from.subarray(source, source + run), target);
    // The next index of the axes before the run, the last of them fastest.
    for (let axis = index.length - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      const end = (begin[axis] as number) + (size[axis] as number);
      index[axis] = next < end ? next : (begin[axis] as number);
      if (next < end) break;
    }
  }
  return out;
}
