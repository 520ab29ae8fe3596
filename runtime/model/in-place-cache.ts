import { tf } from '../tensor/tf.ts';
import { tracesGraphs } from '../tensor/traced.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache, PromptKeys } from './decode-cache.ts';
import { ownOperation } from './kernels/own-operation.ts';
import { bucketOf } from './ops/buckets.ts';

/** Slot of a row of padding: nothing is computed for it. */
const none = -1;

/**
 * A cache for backends with kernels of our own, written in place: every sequence has a slot of fixed capacity,
 * prompts stay where they were computed and are shared, and a sequence that has ended costs nothing more. It reads
 * `prompts` as long as it lives.
 */
export class InPlaceCache implements DecodeCache {
  private readonly config: ModelConfig;
  private readonly prompts: PromptKeys;
  private readonly capacity: number;
  private readonly cached: readonly { keys: tf.Tensor2D; values: tf.Tensor2D }[];
  private readonly longestPrompt: number;
  /** Of every row: its slot, the first row of its prompt, the rows of that. */
  private places: readonly (readonly [number, number, number])[];
  private placesTable: tf.Tensor2D;
  /** Tokens that each slot holds before the step. */
  private steps = 0;
  private step: tf.Tensor1D | undefined;

  constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array, capacity: number) {
    this.config = config;
    this.prompts = prompts;
    this.longestPrompt = Math.max(...prompts.lengths_P);
    this.places = padRows(
      Array.from(promptOfRow_A, (p, a) => [a, prompts.starts_P[p] as number, prompts.lengths_P[p] as number]),
    );
    this.placesTable = this.tableOfPlaces();
    const keyStride = config.keyValueHeads * config.headWidth;
    // TensorFlow's kernel goes along the keys' tokens by whole registers, and has them transposed.
    const transposed = tracesGraphs();
    this.capacity = transposed ? Math.ceil(bucketOf(capacity) / 16) * 16 : capacity;
    const rows = this.rows * this.capacity;
    this.cached = prompts.keys_NK.map(() => ({
      keys: tf.fill(transposed ? [this.rows * keyStride, this.capacity] : [rows, keyStride], 0),
      values: tf.fill([rows, keyStride], 0),
    }));
  }

  get rows(): number {
    return this.places.length;
  }

  begin(): void {
    if (this.steps >= this.capacity)
      throw new RangeError(`the cache has room for ${this.capacity} tokens a sequence`);
    this.step = tf.tensor1d([this.steps], 'int32');
  }

  tensors(layer: number): readonly tf.Tensor[] {
    return Object.values(this.inputs(layer));
  }

  /** Nothing: the cache is written in place. */
  grown(): tf.Tensor[] {
    return [];
  }

  keep(): void {
    return;
  }

  end(): void {
    this.steps++;
    this.step?.dispose();
  }

  attend(layer: number, q: tf.Tensor2D, k: tf.Tensor2D, v: tf.Tensor2D): tf.Tensor2D {
    const { heads, keyValueHeads, headWidth } = this.config;
    const [mixed] = decodeAttention(
      { q, k, v, ...this.inputs(layer) },
      {
        step: this.steps,
        capacity: this.capacity,
        heads,
        keyValueHeads,
        headWidth,
        scores: this.longestPrompt + this.capacity,
      },
    );
    return mixed as tf.Tensor2D;
  }

  retain(rows: Int32Array): void {
    this.places = padRows(Array.from(rows, (row) => this.places[row] as readonly [number, number, number]));
    this.placesTable.dispose();
    this.placesTable = this.tableOfPlaces();
  }

  dispose(): void {
    this.placesTable.dispose();
    if (this.step?.isDisposed === false) this.step.dispose();
    for (const { keys, values } of this.cached) {
      keys.dispose();
      values.dispose();
    }
  }

  private inputs(layer: number) {
    if (this.step === undefined) throw new RangeError('the step has not begun');
    return {
      promptKeys: this.prompts.keys_NK[layer] as tf.Tensor2D,
      promptValues: this.prompts.values_NK[layer] as tf.Tensor2D,
      ...(this.cached[layer] as (typeof this.cached)[number]),
      places: this.placesTable,
      steps: this.step,
    };
  }

  private tableOfPlaces(): tf.Tensor2D {
    return tf.keep(tf.tensor2d(this.places.flat(), [this.rows, 3], 'int32'));
  }
}

type Place = readonly [number, number, number];

function padRows(places: readonly Place[]): readonly Place[] {
  const rows = tracesGraphs() ? bucketOf(places.length) : places.length;
  return Array.from({ length: rows }, (_, a) => places[a] ?? [none, 0, 0]);
}

type Names = 'q' | 'k' | 'v' | 'promptKeys' | 'promptValues' | 'keys' | 'values' | 'places';

interface Attributes {
  readonly step: number;
  readonly capacity: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headWidth: number;
  readonly scores: number;
}

/** Writes into `keys` and `values`, which nobody but the cache holds. */
const decodeAttention = ownOperation<
  Readonly<Record<Names, tf.Tensor2D>> & { readonly steps: tf.Tensor1D },
  Attributes
>(
  'DecodeAttention',
  (
    { kernels, address, output, scratch },
    inputs,
    { step, capacity, heads, keyValueHeads, headWidth, scores },
  ) => {
    const { q, k, v, promptKeys, promptValues, keys, values, places } = inputs;
    const out = output(q.shape);
    kernels['decodeAttention']?.(
      ...[q, k, v, out, promptKeys, promptValues, keys, values, places].map(address),
      q.shape[0],
      step,
      capacity,
      heads,
      keyValueHeads,
      headWidth,
      scratch(scores + 4),
    );
    return [out];
  },
  {
    inputs: (
      { q, k, v, promptKeys, promptValues, keys, values, places, steps },
      { heads, keyValueHeads },
    ) => [
      ...[q, k, v, promptKeys, promptValues, keys, values, places, steps],
      tf.tensor1d([heads, keyValueHeads], 'int32'),
    ],
    outputs: 1,
  },
);
