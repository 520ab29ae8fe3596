import { tf } from '../tensor/tf.ts';
import { traced } from '../tensor/traced.ts';
import type { DecodeCache } from './decode-cache.ts';
import type { Decoder, Decoding } from './decoder.ts';
import { FusedProjections } from './fused-projections.ts';
import { InPlaceCache } from './in-place-cache.ts';
import { hasHeapKernels } from '../tensor/kernels/wasm/heap.ts';
import { rotaryAngles, rotaryFrequencies } from './ops/rotary.ts';
import type { Policy } from './policy.ts';
import { probabilitiesOf } from './sampling.ts';
import { embed, finalGain, finalNorm, headTable, layerOutput, logitsOf, type Attend } from './transformer.ts';
import { WindowedCache } from './windowed-cache.ts';

/** A decoder for any backend: it goes through the layers as training does, with a cache for attention. */
export class LayeredDecoder implements Decoder {
  private readonly policy: Policy;
  private readonly temperature: number;
  private readonly cache: DecodeCache;
  private readonly fused: FusedProjections | undefined;

  constructor(policy: Policy, { prompts, promptOfRow_A, capacity, temperature }: Decoding) {
    this.policy = policy;
    this.temperature = temperature;
    // WebAssembly's kernels make small operations cheap; everywhere else fewer of them are worth the copy.
    this.fused = hasHeapKernels() ? undefined : new FusedProjections(policy);
    this.cache =
      hasHeapKernels() && policy.config.headWidth % 4 === 0
        ? new InPlaceCache(policy.config, prompts, promptOfRow_A, capacity)
        : new WindowedCache(policy.config, prompts, promptOfRow_A);
  }

  step(tokens_A: Int32Array, positions_A: Int32Array): tf.Tensor2D {
    const { policy, cache, fused } = this;
    const padded = (values: Int32Array): Int32Array => {
      const all = new Int32Array(cache.rows);
      all.set(values);
      return all;
    };
    return tf.tidy(() => {
      const angles = rotaryAngles(rotaryFrequencies(policy.config), padded(positions_A));
      let x_AD = embed(policy, tf.tensor1d(padded(tokens_A), 'int32'));
      cache.begin();
      for (let layer = 0; layer < policy.config.layers; layer++) {
        const before_AD = x_AD;
        const read = [...cache.tensors(layer), ...(fused?.tensors(layer) ?? [])];
        const attend: Attend = (q, k, v) => cache.attend(layer, q, k, v);
        const [after_AD, ...grown] = traced(
          `decode ${policy.shapeKey}`,
          [before_AD, ...policy.layerWeights(layer).trained, angles.cos, angles.sin, ...read],
          () => [layerOutput(policy, layer, before_AD, angles, attend, { fused }), ...cache.grown()],
        ) as [tf.Tensor2D, ...tf.Tensor[]];
        cache.keep(layer, grown);
        x_AD = after_AD;
      }
      cache.end();
      return this.nextProbabilities(x_AD);
    });
  }

  retain(rows: Int32Array): void {
    this.cache.retain(rows);
  }

  dispose(): void {
    this.cache.dispose();
    this.fused?.dispose();
  }

  /** Probabilities of the next token after rows that have gone through all layers: [A, V]. */
  private nextProbabilities(x_AD: tf.Tensor2D): tf.Tensor2D {
    const { policy, temperature } = this;
    const [probabilities_AV] = traced(
      `next ${policy.shapeKey} at ${temperature}`,
      [x_AD, finalGain(policy), headTable(policy)],
      () => [probabilitiesOf(logitsOf(policy, finalNorm(policy, x_AD)), temperature)],
    ) as [tf.Tensor2D];
    return probabilities_AV;
  }
}
