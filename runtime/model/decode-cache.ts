import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import { gatherRows } from './ops/rows.ts';

/** Keys and values of the prompts: packed rows, by layer, and where each prompt's rows lie. */
export interface PromptKeys {
  readonly keys_NK: readonly tf.Tensor2D[];
  readonly values_NK: readonly tf.Tensor2D[];
  readonly starts_P: Int32Array;
  readonly lengths_P: Int32Array;
}

/** What decoding remembers of the sequences still active, one row a sequence. */
export interface DecodeCache {
  /** Adds this step's keys and values to a layer and attends over all that the row's sequence has: [A, heads * d]. */
  attend(layer: number, q_AC: tf.Tensor2D, k_AK: tf.Tensor2D, v_AK: tf.Tensor2D): tf.Tensor2D;
  /** Keeps only the given rows, in that order. */
  retain(rows: Int32Array): void;
  dispose(): void;
}

interface LayerCache {
  /** [A * keyValueHeads, S, d] */
  keys: tf.Tensor3D;
  values: tf.Tensor3D;
}

/**
 * A cache made of plain operations, for any backend: each sequence has its prompt's keys, padded to the longest
 * prompt, and grows by concatenation. It takes the rows of the prompts it needs and leaves `prompts` alone.
 */
export class ConcatenatedCache implements DecodeCache {
  private readonly config: ModelConfig;
  private readonly layers: LayerCache[] = [];
  /** 0 where a key is a token, very negative where it is padding: [A, 1, 1, Tp]. */
  private promptMask: tf.Tensor4D;
  private readonly promptLength: number;

  constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array) {
    this.config = config;
    this.promptLength = Math.max(...prompts.lengths_P);
    const Tp = this.promptLength;
    const A = promptOfRow_A.length;
    const rows = new Int32Array(A * Tp);
    const mask = new Float32Array(A * Tp).fill(-1e30);
    promptOfRow_A.forEach((p, a) => {
      const length = prompts.lengths_P[p] as number;
      for (let t = 0; t < length; t++) {
        rows[a * Tp + t] = (prompts.starts_P[p] as number) + t;
        mask[a * Tp + t] = 0;
      }
    });
    const spread = (packed_NK: tf.Tensor2D) => tf.tidy(() => this.byHead(gatherRows(packed_NK, rows), A, Tp));
    prompts.keys_NK.forEach((keys, layer) => {
      this.layers.push({ keys: spread(keys), values: spread(prompts.values_NK[layer] as tf.Tensor2D) });
    });
    this.promptMask = tf.tensor4d(mask, [A, 1, 1, Tp]);
  }

  attend(layer: number, q_AC: tf.Tensor2D, k_AK: tf.Tensor2D, v_AK: tf.Tensor2D): tf.Tensor2D {
    const { heads, keyValueHeads, headWidth } = this.config;
    const A = q_AC.shape[0];
    const perGroup = heads / keyValueHeads;
    const cache = this.layers[layer] as LayerCache;
    cache.keys = this.grown(cache.keys, this.byHead(k_AK, A, 1));
    cache.values = this.grown(cache.values, this.byHead(v_AK, A, 1));
    const S = cache.keys.shape[1];
    const q = tf.reshape(q_AC, [A * keyValueHeads, perGroup, headWidth]);
    const scores = tf.mul(tf.matMul(q, cache.keys, false, true), 1 / Math.sqrt(headWidth));
    const mask = tf.pad(this.promptMask, [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, S - this.promptLength],
    ]);
    const weights = tf.softmax(tf.add(tf.reshape(scores, [A, keyValueHeads, perGroup, S]), mask));
    const mixed = tf.matMul(tf.reshape(weights, [A * keyValueHeads, perGroup, S]), cache.values);
    return tf.reshape(mixed, [A, heads * headWidth]);
  }

  retain(rows: Int32Array): void {
    const index = tf.tensor1d(rows, 'int32');
    const { keyValueHeads, headWidth } = this.config;
    const kept = (x: tf.Tensor3D): tf.Tensor3D => {
      const S = x.shape[1];
      const rest = [keyValueHeads, S, headWidth];
      const result = tf.tidy(() =>
        tf.reshape(tf.gather(tf.reshape(x, [-1, ...rest]), index), [
          rows.length * keyValueHeads,
          S,
          headWidth,
        ]),
      );
      x.dispose();
      return result as tf.Tensor3D;
    };
    for (const cache of this.layers) {
      cache.keys = kept(cache.keys);
      cache.values = kept(cache.values);
    }
    const mask = tf.gather(this.promptMask, index);
    this.promptMask.dispose();
    this.promptMask = mask;
    index.dispose();
  }

  dispose(): void {
    for (const { keys, values } of this.layers) {
      keys.dispose();
      values.dispose();
    }
    this.promptMask.dispose();
  }

  /** [A * T, keyValueHeads * d] to [A * keyValueHeads, T, d]. */
  private byHead(x: tf.Tensor2D, A: number, T: number): tf.Tensor3D {
    const { keyValueHeads, headWidth } = this.config;
    const shape = [A * keyValueHeads, T, headWidth] as [number, number, number];
    if (T === 1) return tf.reshape(x, shape);
    return tf.reshape(tf.transpose(tf.reshape(x, [A, T, keyValueHeads, headWidth]), [0, 2, 1, 3]), shape);
  }

  private grown(before: tf.Tensor3D, more: tf.Tensor3D): tf.Tensor3D {
    const after = tf.keep(tf.concat([before, more], 1));
    before.dispose();
    return after;
  }
}
