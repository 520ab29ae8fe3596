import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../runtime/own-modules.ts';
import { kernelBinary } from '../../runtime/tensor/kernels/wasm/binary.ts';
import { withSharedMemory } from '../../runtime/tensor/kernels/wasm/shared-memory.ts';
import { newInstance, newModule } from '../../runtime/tensor/kernels/wasm/web-assembly.ts';
import { distance, plainMatMul, spread } from '../support/plain-math.ts';

type Kernels = Readonly<Record<string, (...values: number[]) => number>>;

interface SharedMemory {
  readonly buffer: ArrayBuffer;
}
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory;
    validate(bytes: Uint8Array): boolean;
  };
};

/** Where the control block says how many threads sleep (assembly/pool.ts). */
const asleep = 16;

/** Kernels on a memory of their own, with helpers that have all come and gone to sleep. */
class Threads {
  readonly memory = new WebAssembly.Memory({ initial: 512, maximum: 65536, shared: true });
  readonly kernels: Kernels;
  readonly helpers: Worker[];
  #free = 1024;

  constructor(count: number) {
    const module = newModule(Buffer.from(kernelBinary, 'base64'));
    this.kernels = newInstance(module, this.memory) as Kernels;
    this.kernels['join']!(256, 0);
    this.helpers = Array.from({ length: count - 1 }, (_, i) =>
      startThread('runtime/tensor/kernels/wasm/helper', {
        workerData: { module, memory: this.memory, control: 256, index: i + 1 },
      }),
    );
    // A test that fails must not keep the process.
    this.helpers.forEach((helper) => helper.unref());
  }

  /** Gives all memory back. */
  clear(): void {
    this.#free = 1024;
  }

  async allAsleep(): Promise<void> {
    const words = new Int32Array(this.memory.buffer, 256 + asleep, 1);
    while (Atomics.load(words, 0) < this.helpers.length) await pause(5);
  }

  put(values: ArrayLike<number>, kind: typeof Float32Array | typeof Int32Array = Float32Array): number {
    const address = this.room(values.length);
    new kind(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  /** What is there before: NaN, so that nothing which is not written goes unnoticed. */
  room(floats: number): number {
    const address = this.#free;
    this.#free += Math.ceil(floats / 4) * 16 + 64;
    new Float32Array(this.memory.buffer, address, floats).fill(NaN);
    return address;
  }

  get(address: number, floats: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, floats).slice();
  }

  /** Ends the helpers and gives their exit codes. */
  async close(): Promise<number[]> {
    const ended = this.helpers.map(async (helper) => (await once(helper, 'exit'))[0] as number);
    this.kernels['close']!();
    return Promise.all(ended);
  }
}

/** Every job that threads share, on numbers that are the same each time. */
function compute(threads: Threads, count: number): Record<string, Float32Array> {
  const results: Record<string, Float32Array> = {};
  threads.clear();
  const { kernels } = threads;
  const [m, k, n] = [150, 333, 141];
  const [a, b] = [threads.put(spread(m * k)), threads.put(spread(k * n, 3))];
  for (const transposed of [0, 1, 2, 3]) {
    const c = threads.room(m * n);
    const scratch = threads.room(kernels['productScratch']!(m, k, n));
    kernels['product']!(a, b, c, m, k, n, transposed & 1, transposed >> 1, 256, scratch);
    results[`product ${transposed}`] = threads.get(c, m * n);
  }

  const [heads, keyValueHeads, width, rows] = [6, 3, 16, 120];
  // Two prompts of 10 rows, then ten responses of 10 rows to one or the other.
  const segments = Array.from({ length: 12 }, (_, s) => [
    s * 10,
    10,
    s < 2 ? 0 : (s % 2) * 10,
    s < 2 ? 0 : 10,
  ]);
  const segmentsAt = threads.put(segments.flat(), Int32Array);
  const [large, small] = [rows * heads * width, rows * keyValueHeads * width];
  const [q, key, value] = [spread(large, 5), spread(small, 6), spread(small, 7)].map((x) => threads.put(x));
  const [out, normalisers] = [threads.room(large), threads.room(rows * heads * 2)];
  const floats = 2 * 24;
  const scratch = threads.room(floats * count);
  const shape = [rows, segmentsAt, segments.length, heads, keyValueHeads, width, scratch, floats];
  kernels['attention']!(q!, key!, value!, out, normalisers, ...shape);
  results['attention'] = threads.get(out, large);
  const dout = threads.put(spread(large, 8));
  const gradients = [large, small, small].map((size) => threads.room(size));
  kernels['attentionGradient']!(q!, key!, value!, out, normalisers, dout, ...gradients, ...shape);
  [large, small, small].forEach((size, i) => (results[`gradient ${i}`] = threads.get(gradients[i]!, size)));

  const flat = 50_000;
  const [gate, up, y] = [threads.put(spread(flat, 9)), threads.put(spread(flat, 10)), threads.room(flat)];
  kernels['swiglu']!(gate, up, y, flat);
  results['swiglu'] = threads.get(y, flat);
  const [dgate, dup] = [threads.room(flat), threads.room(flat)];
  kernels['swigluGradient']!(gate, up, y, dgate, dup, flat);
  results['gate'] = threads.get(dgate, flat);
  results['up'] = threads.get(dup, flat);

  const [tall, half] = [500, 8];
  const x = threads.put(spread(tall * 2 * half * 2, 11));
  const angles = [12, 13].map((seed) => threads.put(spread(tall * half, seed)));
  const turned = threads.room(tall * 2 * half * 2);
  kernels['rotate']!(x, ...angles, turned, tall, 2, half, -1);
  results['rotate'] = threads.get(turned, tall * 2 * half * 2);
  const gain = threads.put(spread(32, 14));
  const [normed, inverses] = [threads.room(tall * 32), threads.room(tall)];
  kernels['rmsNorm']!(x, gain, normed, inverses, tall, 32, 1e-6);
  results['norm'] = threads.get(normed, tall * 32);
  return results;
}

/** Not by deepEqual: the difference of arrays so long takes minutes to print. */
function assertSameBits(got: Record<string, Float32Array>, expected: Record<string, Float32Array>): void {
  for (const [name, values] of Object.entries(expected)) {
    const first = values.findIndex((value, i) => !Object.is(value, got[name]?.[i]));
    assert.equal(first, -1, `${name}: place ${first} of ${values.length}`);
  }
}

describe('threads that share the kernels of the wasm backend', () => {
  it('give the same bits however many there are, and end when they are told to', async () => {
    const alone = new Threads(1);
    const expected = compute(alone, 1);
    for (const [name, values] of Object.entries(expected)) assert.ok(!values.some(Number.isNaN), name);
    const product = plainMatMul(spread(150 * 333), spread(333 * 141, 3), {
      ...{ batch: 1, m: 150, k: 333, n: 141, transposeA: true, transposeB: false },
    });
    assert.ok(distance(expected['product 1']!, product) < 1e-5);
    for (const count of [2, 4]) {
      const threads = new Threads(count);
      await threads.allAsleep();
      for (let round = 0; round < 10; round++) assertSameBits(compute(threads, count), expected);
      assert.deepEqual(await threads.close(), new Array(count - 1).fill(0));
    }
  });

  it('need not have started', async () => {
    const threads = new Threads(3);
    assertSameBits(compute(threads, 3), compute(new Threads(1), 1));
    await threads.close();
  });

  it('that break off in a task end the work with an error: it would never be done', async () => {
    const threads = new Threads(2);
    await threads.allAsleep();
    const [helper] = threads.helpers;
    const failed = once(helper!, 'error');
    // Segments beyond the end of the memory: whichever thread takes the first is lost.
    const far = 0xfff00000;
    const run = (): number =>
      threads.kernels['attention']!(far, far, far, 1024, 1024, 0, 1024, 50, 1, 1, 16, 1024, 16);
    new Int32Array(threads.memory.buffer, 1024, 200).fill(1);
    assert.throws(run, /out of bounds|unreachable/);
    threads.kernels['close']!();
    await Promise.race([failed, once(helper!, 'exit')]);
  });
});

describe('a module of shared memory', () => {
  it('is made of tfjs’s own', () => {
    const path = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    const bytes = readFileSync(path.replace(/[^/\\]+$/, 'tfjs-backend-wasm-simd.wasm'));
    const shared = withSharedMemory(bytes);
    assert.ok(WebAssembly.validate(shared));
    assert.equal(shared.filter((byte, i) => byte !== bytes[i]).length, 1);
  });

  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  for (const [what, sections] of [
    ['no memory', []],
    ['a memory without maximum', [5, 3, 1, 0, 1]],
    ['half a memory', [5, 3, 1]],
  ] as const) {
    it(`is not made of ${what}`, () => {
      assert.throws(
        () => withSharedMemory(Uint8Array.from([...header, ...sections])),
        /no memory of a limited size/,
      );
    });
  }
});
