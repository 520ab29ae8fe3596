import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache, PromptKeys } from './decode-cache.ts';
import { heapOperation } from './kernels/wasm-heap.ts';

/**
 * A cache for the WebAssembly backend, written in place: every sequence has a slot of fixed capacity, prompts
 * stay where they were computed and are shared, and a sequence that has ended costs nothing more. It reads
 * `prompts` as long as it lives. Head width must be a multiple of 4.
 */
export class HeapCache implements DecodeCache {
  private readonly config: ModelConfig;
  private readonly prompts: PromptKeys;
  private readonly capacity: number;
  private readonly cached: readonly { keys: tf.Tensor2D; values: tf.Tensor2D }[];
  private readonly longestPrompt: number;
  /** Of every row: its slot, the first row of its prompt, the rows of that. */
  private places: readonly (readonly [number, number, number])[];
  /** How many tokens each layer has been given. */
  private readonly steps: number[];

  constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array, capacity: number) {
    this.config = config;
    this.prompts = prompts;
    this.capacity = capacity;
    this.longestPrompt = Math.max(...prompts.lengths_P);
    this.places = Array.from(promptOfRow_A, (p, a) => [
      a,
      prompts.starts_P[p] as number,
      prompts.lengths_P[p] as number,
    ]);
    const shape: [number, number] = [
      promptOfRow_A.length * capacity,
      config.keyValueHeads * config.headWidth,
    ];
    this.cached = prompts.keys_NK.map(() => ({ keys: tf.zeros(shape), values: tf.zeros(shape) }));
    this.steps = prompts.keys_NK.map(() => 0);
  }

  get rows(): number {
    return this.places.length;
  }

  begin(): void {
    return;
  }

  tensors(): readonly tf.Tensor[] {
    return [];
  }

  /** Nothing: the cache is written in place. */
  grown(): tf.Tensor[] {
    return [];
  }

  keep(): void {
    return;
  }

  end(): void {
    return;
  }

  attend(layer: number, q: tf.Tensor2D, k: tf.Tensor2D, v: tf.Tensor2D): tf.Tensor2D {
    const step = this.steps[layer] as number;
    if (step >= this.capacity)
      throw new RangeError(`the cache has room for ${this.capacity} tokens a sequence`);
    this.steps[layer] = step + 1;
    const { keys, values } = this.cached[layer] as (typeof this.cached)[number];
    const promptKeys = this.prompts.keys_NK[layer] as tf.Tensor2D;
    const promptValues = this.prompts.values_NK[layer] as tf.Tensor2D;
    const places = tf.tensor2d(this.places.flat(), [this.places.length, 3], 'int32');
    const { heads, keyValueHeads, headWidth } = this.config;
    const [mixed] = decodeAttention(
      { q, k, v, promptKeys, promptValues, keys, values, places },
      {
        step,
        capacity: this.capacity,
        heads,
        keyValueHeads,
        headWidth,
        scores: this.longestPrompt + this.capacity,
      },
    );
    places.dispose();
    return mixed as tf.Tensor2D;
  }

  retain(rows: Int32Array): void {
    this.places = Array.from(rows, (row) => this.places[row] as readonly [number, number, number]);
  }

  dispose(): void {
    for (const { keys, values } of this.cached) {
      keys.dispose();
      values.dispose();
    }
  }
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
const decodeAttention = heapOperation<Readonly<Record<Names, tf.Tensor2D>>, Attributes>(
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
);
