import { tf } from '../tensor/tf.ts';
import { tracesGraphs } from '../tensor/traced.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache } from './decode-cache.ts';
import type { PromptKeys } from './decoder.ts';
import { bucketOf } from './ops/buckets.ts';
import { gatherRows } from './ops/rows.ts';

/** Tokens that a step may copy along; then they are moved to the store. */
const windowLength = 16;

const masked = -1e30;

interface LayerCache {
  /** Keys and values before the window: [A * keyValueHeads, C, d]. */
  store: readonly [tf.Tensor3D, tf.Tensor3D];
  /** Those of the last tokens: [A * keyValueHeads, windowLength, d]. */
  window: readonly [tf.Tensor3D, tf.Tensor3D];
}

/**
 * A cache made of plain operations, for any backend. Each sequence has a store, which begins with its prompt's
 * keys, and a short window that every step writes anew; when the window is full it is moved to the store, whose
 * length grows in steps, so that shapes come back. It takes the rows of the prompts it needs and leaves
 * `prompts` alone.
 */
export class WindowedCache implements DecodeCache {
  private readonly config: ModelConfig;
  private readonly layers: LayerCache[];
  /** Slots of the store in use, and those it has. */
  private used: number;
  private capacity: number;
  /** Tokens in the window. */
  private filled = 0;
  /** Tokens of each row's prompt. Rows beyond those asked for are padding. */
  private lengths_A: Int32Array;
  private readonly promptLength: number;
  private storeMask: tf.Tensor4D;
  private step: { place: tf.Tensor3D; others: tf.Tensor3D; mask: tf.Tensor4D } | undefined;
  private pending: tf.Tensor3D[] = [];

  constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array) {
    this.config = config;
    this.promptLength = sizeOf(Math.max(...prompts.lengths_P));
    this.used = this.promptLength;
    this.capacity = this.promptLength;
    const promptOf = padRows(promptOfRow_A);
    this.lengths_A = promptOf.map((p) => prompts.lengths_P[p] as number);
    const T = this.promptLength;
    const { keyValueHeads, headWidth } = config;
    const rows = new Int32Array(promptOf.length * keyValueHeads * T);
    promptOf.forEach((p, a) => {
      const start = prompts.starts_P[p] as number;
      for (let h = 0; h < keyValueHeads; h++) {
        for (let t = 0; t < (prompts.lengths_P[p] as number); t++) {
          rows[(a * keyValueHeads + h) * T + t] = (start + t) * keyValueHeads + h;
        }
      }
    });
    const index = tf.tensor1d(rows, 'int32');
    const spread = (packed_NK: tf.Tensor2D) =>
      tf.tidy(() =>
        tf.reshape(gatherRows(tf.reshape(packed_NK, [-1, headWidth]), index), [-1, T, headWidth]),
      ) as tf.Tensor3D;
    this.layers = prompts.keys_NK.map((keys, layer) => ({
      store: [spread(keys), spread(prompts.values_NK[layer] as tf.Tensor2D)],
      window: this.emptyWindow(),
    }));
    index.dispose();
    this.storeMask = this.maskOfStore();
  }

  get rows(): number {
    return this.lengths_A.length;
  }

  begin(): void {
    if (this.filled === windowLength) this.moveWindow();
    const place = new Float32Array(windowLength);
    place[this.filled] = 1;
    const mask = new Float32Array(windowLength).fill(masked);
    mask.fill(0, 0, this.filled + 1);
    this.step = {
      place: tf.tensor3d(place, [1, windowLength, 1]),
      others: tf.tensor3d(
        place.map((one) => 1 - one),
        [1, windowLength, 1],
      ),
      mask: tf.tensor4d(mask, [1, 1, 1, windowLength]),
    };
  }

  tensors(layer: number): readonly tf.Tensor[] {
    const { store, window } = this.layers[layer] as LayerCache;
    return [...Object.values(this.step ?? {}), this.storeMask, ...store, ...window];
  }

  attend(layer: number, q_AC: tf.Tensor2D, k_AK: tf.Tensor2D, v_AK: tf.Tensor2D): tf.Tensor2D {
    const { heads, keyValueHeads, headWidth } = this.config;
    if (this.step === undefined) throw new RangeError('the step has not begun');
    const { place, others, mask } = this.step;
    const A = this.rows;
    const B = A * keyValueHeads;
    const perGroup = heads / keyValueHeads;
    const { store, window } = this.layers[layer] as LayerCache;
    const added = (before: tf.Tensor3D, x_AK: tf.Tensor2D): tf.Tensor3D =>
      tf.add(tf.mul(before, others), tf.mul(tf.reshape(x_AK, [B, 1, headWidth]), place));
    const [keys, values] = [added(window[0], k_AK), added(window[1], v_AK)];
    this.pending = [keys, values];
    const q = tf.reshape(tf.mul(q_AC, 1 / Math.sqrt(headWidth)), [B, perGroup, headWidth]);
    const scores = (with_: tf.Tensor3D, mask: tf.Tensor4D) =>
      tf.add(tf.reshape(tf.matMul(q, with_, false, true), [A, keyValueHeads, perGroup, -1]), mask);
    const all = tf.concat([scores(store[0], this.storeMask), scores(keys, mask)], 3);
    const weights = tf.reshape(tf.softmax(all), [B, perGroup, -1]) as tf.Tensor3D;
    const C = store[0].shape[1];
    const old = tf.slice(weights, [0, 0, 0], [B, perGroup, C]);
    const recent = tf.slice(weights, [0, 0, C], [B, perGroup, windowLength]);
    const mixed = tf.add(tf.matMul(old, store[1]), tf.matMul(recent, values));
    return tf.reshape(mixed, [A, heads * headWidth]);
  }

  grown(): tf.Tensor[] {
    return this.pending;
  }

  keep(layer: number, grown: readonly tf.Tensor[]): void {
    const cache = this.layers[layer] as LayerCache;
    tf.dispose([...cache.window]);
    const [keys, values] = grown as [tf.Tensor3D, tf.Tensor3D];
    cache.window = [tf.keep(keys), tf.keep(values)];
  }

  end(): void {
    this.filled++;
    this.freeStep();
  }

  retain(rows: Int32Array): void {
    const padded = padRows(rows);
    this.lengths_A = padded.map((row) => this.lengths_A[row] as number);
    const index = tf.tensor1d(padded, 'int32');
    const kept = (x: tf.Tensor3D): tf.Tensor3D => {
      const [, T, d] = x.shape;
      const result = tf.tidy(() =>
        tf.reshape(tf.gather(tf.reshape(x, [-1, this.config.keyValueHeads * T * d]), index), [-1, T, d]),
      );
      x.dispose();
      return result as tf.Tensor3D;
    };
    for (const cache of this.layers) {
      cache.store = [kept(cache.store[0]), kept(cache.store[1])];
      cache.window = [kept(cache.window[0]), kept(cache.window[1])];
    }
    index.dispose();
    this.renewMask();
  }

  dispose(): void {
    for (const { store, window } of this.layers) tf.dispose([...store, ...window]);
    this.storeMask.dispose();
    this.freeStep();
  }

  private freeStep(): void {
    if (this.step !== undefined) tf.dispose(Object.values(this.step));
    this.step = undefined;
  }

  private moveWindow(): void {
    const { used } = this;
    this.used = used + windowLength;
    this.capacity = Math.max(this.capacity, this.promptLength + storeSize(this.used - this.promptLength));
    const moved = (store: tf.Tensor3D, window: tf.Tensor3D): tf.Tensor3D => {
      const [B, , d] = store.shape;
      const result = tf.tidy(() => {
        const before = tf.slice(store, [0, 0, 0], [B, used, d]);
        const rest = this.capacity - this.used;
        return tf.concat(rest === 0 ? [before, window] : [before, window, tf.zeros([B, rest, d])], 1);
      });
      store.dispose();
      return tf.keep(result as tf.Tensor3D);
    };
    for (const cache of this.layers) {
      cache.store = [moved(cache.store[0], cache.window[0]), moved(cache.store[1], cache.window[1])];
    }
    this.filled = 0;
    this.renewMask();
  }

  private renewMask(): void {
    this.storeMask.dispose();
    this.storeMask = this.maskOfStore();
  }

  /** 0 where the store has a token of the row, very negative elsewhere: [A, 1, 1, C]. */
  private maskOfStore(): tf.Tensor4D {
    const C = this.capacity;
    const mask = new Float32Array(this.rows * C).fill(masked);
    this.lengths_A.forEach((length, a) => {
      mask.fill(0, a * C, a * C + length);
      mask.fill(0, a * C + this.promptLength, a * C + this.used);
    });
    return tf.keep(tf.tensor4d(mask, [this.rows, 1, 1, C]));
  }

  private emptyWindow(): readonly [tf.Tensor3D, tf.Tensor3D] {
    const shape: [number, number, number] = [
      this.rows * this.config.keyValueHeads,
      windowLength,
      this.config.headWidth,
    ];
    return [tf.zeros(shape), tf.zeros(shape)];
  }
}

/** Room for that many tokens after the prompt: whole windows, in few sizes where many are wanted. */
function storeSize(tokens: number): number {
  return windowLength * sizeOf(tokens / windowLength);
}

function sizeOf(size: number): number {
  return tracesGraphs() ? bucketOf(size) : size;
}

/** As many rows as shapes come back with; those of padding repeat the first. */
function padRows(rows: Int32Array): Int32Array {
  const padded = new Int32Array(sizeOf(rows.length)).fill(rows[0] as number);
  padded.set(rows);
  return padded;
}
