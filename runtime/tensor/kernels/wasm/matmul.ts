import type { KernelFunc, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { tf } from '../../tf.ts';
import { allocate, poolOf } from './pool.ts';
import type { WasmHeap } from './pool.ts';

/**
 * `BatchMatMul` for the wasm backend. As shipped it uses XNNPACK, on one thread, for one product without transposition
 * and plain loops, twelve times slower, for all else: batches, transposed operands (of which every gradient of a product
 * is made), and a batch times one matrix. Here all of them go to the product of our own, which packs its operands as they
 * lie and shares its work among threads.
 */
export function registerFastMatMul(): void {
  if (shipped !== undefined) return;
  const original = tf.getKernel('BatchMatMul', 'wasm');
  shipped = original.kernelFunc;
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: ((call: Call) => batchMatMul(call)) as unknown as KernelFunc,
  });
}

/** The kernel that this one replaces: still the better one for products too small to be worth a call each. */
let shipped: KernelFunc | undefined;

/** Multiplications in one matrix of a batch below which the shipped kernel is quicker (measured). */
const smallProduct = 8000;

/** Rows of a transposed operand summed at a time: so many stay in the cache, and their sum rounds less. */
const rowsAtATime = 256;

interface Call {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: BackendWasm;
  readonly attrs: { readonly transposeA: boolean; readonly transposeB: boolean };
}

/** What of the backend's inside is used here, beyond its public interface. */
interface Internals extends WasmHeap {
  readonly dataIdMap: { get(dataId: object): { memoryOffset: number } };
}

function batchMatMul({ inputs, backend, attrs }: Call): TensorInfo {
  const a = inputs['a'] as TensorInfo;
  const b = inputs['b'] as TensorInfo;
  const { transposeA, transposeB } = attrs;
  if (a.dtype !== 'float32' || b.dtype !== 'float32') {
    throw new Error(`matMul on the wasm backend takes float32, not ${a.dtype} and ${b.dtype}`);
  }
  const [m, k] = shapeOf(a, transposeA);
  const [rightK, n] = shapeOf(b, transposeB);
  const batchB = tf.util.sizeFromShape(b.shape.slice(0, -2));
  if (batchB > 1 && m * n * k < smallProduct) return shipped!({ inputs, backend, attrs }) as TensorInfo;
  if (k !== rightK) throw new Error(`matMul: shapes [${a.shape}] and [${b.shape}] do not fit`);
  const batchShape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const batchA = tf.util.sizeFromShape(a.shape.slice(0, -2));
  const batch = tf.util.sizeFromShape(batchShape);
  if ((batchA !== batch && batchA !== 1) || (batchB !== batch && batchB !== 1)) {
    throw new Error(
      `matMul: batches [${a.shape}] and [${b.shape}] can be broadcast only from 1 on the wasm backend`,
    );
  }

  const out = backend.makeOutput([...batchShape, m, n], 'float32');
  if (batch * m * n === 0 || k === 0) {
    backend.typedArrayFromHeap(out).fill(0);
    return out;
  }
  const internals = backend as unknown as Internals;
  const { kernels } = poolOf(internals);
  // A batch of matrices times one is one product of a taller matrix.
  const joined = batchB === 1 && !transposeA;
  const rows = joined ? batch * m : m;
  const [atA, atB, atC] = [a, b, out].map((x) => internals.dataIdMap.get(x.dataId).memoryOffset) as [
    number,
    number,
    number,
  ];
  const scratch = allocate(internals, 4 * Number(kernels['productScratch']?.(rows, k, n)));
  try {
    for (let i = 0; i < (joined ? 1 : batch); i++) {
      kernels['product']?.(
        atA + (batchA === 1 ? 0 : 4 * i * m * k),
        atB + (batchB === 1 ? 0 : 4 * i * k * n),
        atC + 4 * i * m * n,
        rows,
        k,
        n,
        Number(transposeA),
        Number(transposeB),
        transposeA ? rowsAtATime : k,
        scratch,
      );
    }
  } finally {
    internals.wasm._free(scratch);
  }
  return out;
}

/** Rows and columns of one matrix as it is multiplied. */
function shapeOf({ shape }: TensorInfo, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}
