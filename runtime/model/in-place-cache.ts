import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import type { DecodeCache } from './decode-cache.ts';
import { DecodePlaces } from './decode-places.ts';
import type { PromptKeys } from './decoder.ts';
import { heapOperation } from '../tensor/kernels/wasm/heap.ts';

/**
 * WebAssembly's cache, written in place: every sequence has a slot of fixed capacity, prompts stay where they were
 * computed and are shared, and a sequence that has ended costs nothing more. It reads `prompts` as long as it lives.
 */
export class InPlaceCache implements DecodeCache {
  private readonly config: ModelConfig;
  private readonly prompts: PromptKeys;
  private readonly capacity: number;
  private readonly cached: readonly { keys: tf.Tensor2D; values: tf.Tensor2D }[];
  private readonly longestPrompt: number;
  private readonly places: DecodePlaces;
  /** Tokens that each slot holds before the step. */
  private steps = 0;

  constructor(config: ModelConfig, prompts: PromptKeys, promptOfRow_A: Int32Array, capacity: number) {
    this.config = config;
    this.prompts = prompts;
    this.longestPrompt = Math.max(...prompts.lengths_P);
    this.places = new DecodePlaces(prompts, promptOfRow_A);
    this.capacity = capacity;
    const shape: [number, number] = [this.rows * capacity, config.keyValueHeads * config.headWidth];
    this.cached = prompts.keys_NK.map(() => ({ keys: tf.zeros(shape), values: tf.zeros(shape) }));
  }

  get rows(): number {
    return this.places.rows;
  }

  begin(): void {
    if (this.steps >= this.capacity)
      throw new RangeError(`the cache has room for ${this.capacity} tokens a sequence`);
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
    this.places.retain(rows);
  }

  dispose(): void {
    this.places.dispose();
    for (const { keys, values } of this.cached) {
      keys.dispose();
      values.dispose();
    }
  }

  private inputs(layer: number) {
    return {
      promptKeys: this.prompts.keys_NK[layer] as tf.Tensor2D,
      promptValues: this.prompts.values_NK[layer] as tf.Tensor2D,
      ...(this.cached[layer] as (typeof this.cached)[number]),
      places: this.places.table,
    };
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
    const floats = scores + 4;
    kernels['decodeAttention']?.(
      ...[q, k, v, out, promptKeys, promptValues, keys, values, places].map(address),
      q.shape[0],
      step,
      capacity,
      heads,
      keyValueHeads,
      headWidth,
      scratch(floats),
      floats,
    );
    return [out];
  },
);
