import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../own-modules.ts';
import { kernelBinary } from './binary.ts';
import type { HelperData } from './helper.ts';
import { newInstance, newModule } from './web-assembly.ts';

/** Addresses and counts go in, results are written to the heap. */
export type HeapKernel = (...values: number[]) => number | void;
export type HeapKernels = Readonly<Record<string, HeapKernel>>;

/** The parts of tfjs's WebAssembly backend that kernels of ours need. */
export interface WasmHeap {
  readonly wasm: {
    readonly asm: { readonly memory: { readonly buffer: ArrayBufferLike } };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
}

/** Our kernels on the heap of one backend, and the threads that share their work. */
export interface Pool {
  readonly kernels: HeapKernels;
  /** With the one that calls. */
  readonly threads: number;
  close(): void;
}

/** More share little: packing and what lies between products stays on one. */
const mostThreads = 8;

/** Bytes of the control block of assembly/pool.ts. */
const controlBytes = 256;

const pools = new WeakMap<object, Pool>();

/** Threads to compute with: `PRORL_WASM_THREADS` where it is set, otherwise one for each core, at most eight. */
function threadsHere(): number {
  const asked = Number(process.env['PRORL_WASM_THREADS']);
  return Number.isInteger(asked) && asked > 0 ? asked : Math.min(mostThreads, availableParallelism());
}

/** The pool of a backend whose memory is shared; started when it is first asked for. */
export function poolOf(backend: WasmHeap): Pool {
  let pool = pools.get(backend);
  if (pool === undefined) {
    pool = startPool(backend, threadsHere());
    pools.set(backend, pool);
  }
  return pool;
}

/**
 * Starts our kernels with `threads - 1` threads that help. Nothing waits for these: until they have started, and should
 * they fail to, the thread that calls does all the work itself.
 */
function startPool(backend: WasmHeap, threads: number): Pool {
  const { memory } = backend.wasm.asm;
  const control = allocate(backend, controlBytes);
  new Uint8Array(memory.buffer, control, controlBytes).fill(0);
  const module = newModule(Buffer.from(kernelBinary, 'base64'));
  const kernels = newInstance(module, memory) as HeapKernels;
  kernels['join']?.(control, 0);
  const helpers = Array.from({ length: threads - 1 }, (_, i) =>
    startHelper({ module, memory, control, index: i + 1 }),
  );
  return {
    kernels,
    threads,
    close: () => {
      kernels['close']?.();
      helpers.forEach((helper) => void helper.terminate());
    },
  };
}

/** Takes memory of the heap; to be freed by `_free`. Throws where there is none left. */
export function allocate(backend: WasmHeap, bytes: number): number {
  const address = backend.wasm._malloc(bytes);
  if (address === 0) throw new Error(`the heap of the wasm backend has no ${bytes} bytes left of its 4 GiB`);
  return address;
}

function startHelper(data: HelperData): Worker {
  const helper = startThread('runtime/tensor/kernels/wasm/helper', { workerData: data });
  helper.unref();
  helper.on('error', (error) => {
    process.emitWarning(`A thread that helps the wasm backend ended: ${error.message}`);
  });
  return helper;
}
