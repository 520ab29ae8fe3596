/** A thread that takes its share of what the thread with the wasm backend computes, until the pool is closed. */
import { workerData } from 'node:worker_threads';
import { newInstance } from './web-assembly.ts';

export interface HelperData {
  /** The kernels, compiled. */
  readonly module: object;
  /** The heap, shared. */
  readonly memory: object;
  /** Where in the heap the pool's control block lies. */
  readonly control: number;
  /** Which thread this is, from 1. */
  readonly index: number;
}

interface Exports {
  join(control: number, index: number): void;
  serve(): void;
  breakOff(): void;
}

const { module, memory, control, index } = workerData as HelperData;
const kernels = newInstance(module, memory) as Exports;
kernels.join(control, index);
try {
  kernels.serve();
} catch (error) {
  // The thread that waits for this one's task ends with an error of its own.
  kernels.breakOff();
  throw error;
}
