import { hasNativeKernels } from '../tensor/native-kernels.ts';
import { nativeOperation } from '../tensor/native-operation.ts';
import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import { DecodePlaces } from './decode-places.ts';
import type { Decoder, Decoding } from './decoder.ts';
import { hasKernels } from '../tensor/kernels/own-operation.ts';
import { rotaryAngles, rotaryFrequencies } from './ops/rotary.ts';
import { PackedWeights } from './packed-weights.ts';
import type { Policy } from './policy.ts';
import { embed } from './transformer.ts';

/** Keys of the cache lie by tokens, in whole registers of any processor. */
const registerLength = 16;

/** What every step gives the operations besides. */
interface Constants {
  readonly shape: tf.Tensor1D;
  readonly epsilon: tf.Scalar;
  readonly columns: tf.Tensor1D;
  /** 1 / temperature; 1 where the likeliest is taken. */
  readonly scale: tf.Scalar;
}

/**
 * A decoder on operations of our own, a layer each (runtime/tensor/kernels/native/decode.cc), on weights packed once for
 * all steps. Its cache is written in place: each sequence has a slot of fixed capacity, prompts are shared where they
 * were computed. Call it where `hasPackedDecoder` holds.
 */
export class PackedDecoder implements Decoder {
  private readonly policy: Policy;
  private readonly decoding: Decoding;
  private readonly weights: PackedWeights;
  private readonly capacity: number;
  private readonly places: DecodePlaces;
  /** Keys transposed, [slots * keyValueHeads * d, capacity], and values, [slots * capacity, keyValueHeads * d], by layer. */
  private readonly cached: readonly (readonly [tf.Tensor2D, tf.Tensor2D])[];
  private readonly constants: Constants;
  /** Tokens that each slot holds. */
  private steps = 0;

  constructor(policy: Policy, decoding: Decoding) {
    const { heads, keyValueHeads, headWidth, hiddenWidth, normEpsilon, vocabularySize, layers } =
      policy.config;
    this.policy = policy;
    this.decoding = decoding;
    this.weights = new PackedWeights(policy);
    this.places = new DecodePlaces(decoding.prompts, decoding.promptOfRow_A);
    this.capacity = Math.ceil(decoding.capacity / registerLength) * registerLength;
    const [slots, keys] = [this.places.rows, keyValueHeads * headWidth];
    this.cached = Array.from({ length: layers }, () => [
      tf.zeros([slots * keys, this.capacity]),
      tf.zeros([slots * this.capacity, keys]),
    ]);
    const { temperature } = decoding;
    this.constants = {
      shape: tf.tensor1d([heads, keyValueHeads, headWidth, hiddenWidth], 'int32'),
      epsilon: tf.scalar(normEpsilon),
      columns: tf.tensor1d([vocabularySize], 'int32'),
      scale: tf.scalar(temperature === 0 ? 1 : 1 / temperature),
    };
  }

  step(tokens_A: Int32Array, positions_A: Int32Array): tf.Tensor2D {
    if (this.steps >= this.capacity)
      throw new RangeError(`the cache has room for ${this.capacity} tokens a sequence`);
    const { columns, epsilon, scale } = this.constants;
    const probabilities_AV = tf.tidy(() => {
      const angles = rotaryAngles(rotaryFrequencies(this.policy.config), positions_A);
      const step = tf.tensor1d([this.steps], 'int32');
      let x_AD: tf.Tensor = embed(this.policy, tf.tensor1d(tokens_A, 'int32'));
      for (let layer = 0; layer < this.policy.config.layers; layer++) {
        const before_AD = x_AD;
        x_AD = this.layer(layer, before_AD, angles, step);
        before_AD.dispose();
      }
      const { finalGain, head } = this.weights;
      return nativeOperation(
        'ProrlNextProbabilities',
        {},
        [x_AD, finalGain, head, columns, epsilon, scale],
        1,
      )[0] as tf.Tensor2D;
    });
    this.steps++;
    return probabilities_AV;
  }

  retain(rows: Int32Array): void {
    this.places.retain(rows);
  }

  dispose(): void {
    this.weights.dispose();
    this.places.dispose();
    tf.dispose([...this.cached.flat(), ...Object.values(this.constants)]);
  }

  private layer(
    layer: number,
    x_AD: tf.Tensor,
    { cos, sin }: { readonly cos: tf.Tensor; readonly sin: tf.Tensor },
    step: tf.Tensor,
  ): tf.Tensor {
    const { shape, epsilon } = this.constants;
    const { keys_NK, values_NK } = this.decoding.prompts;
    const weights = this.weights.layers[layer] as PackedWeights['layers'][number];
    const [keys, values] = this.cached[layer] as (typeof this.cached)[number];
    const inputs = [
      ...[x_AD, weights.inputGain, weights.queryKeyValue, weights.queryKeyValueBias, weights.headGains],
      ...[cos, sin, keys_NK[layer] as tf.Tensor, values_NK[layer] as tf.Tensor, keys, values],
      ...[this.places.table, step, weights.output, weights.outputBias, weights.innerGain],
      ...[weights.gateUp, weights.gateUpBias, weights.down, weights.downBias, shape, epsilon],
    ];
    return nativeOperation('ProrlDecodeLayer', {}, inputs, 1)[0] as tf.Tensor;
  }
}

/** Whether the backend in use has the operations, for a model of this shape: they go by whole registers. */
export function hasPackedDecoder({ width, hiddenWidth, headWidth }: ModelConfig): boolean {
  return hasNativeKernels() && [width, hiddenWidth, headWidth].every(hasKernels);
}
