import { tf } from '../tensor/tf.ts';
import { linear } from './ops/linear.ts';
import { rmsNorm } from './ops/rms-norm.ts';
import { rotate } from './ops/rotary.ts';
import type { RotaryAngles } from './ops/rotary.ts';
import type { Policy } from './policy.ts';
import { layerName } from './weight-names.ts';

interface LayerProjection {
  /** [D, heads * d + 2 * keyValueHeads * d] */
  readonly weight: tf.Tensor2D;
  readonly bias: tf.Tensor1D | undefined;
  /** The norms' gains over each of the heads of queries and keys: [heads + keyValueHeads, d]. */
  readonly gain: tf.Tensor2D | undefined;
}

/**
 * Queries, keys and values of every layer by one product each, with one norm and one rotation for queries and
 * keys together. A decoding step is many small operations, and on a backend that runs them one by one their
 * number is what it costs. A copy of the weights as they are when it is made: for one generation.
 */
export class FusedProjections {
  private readonly policy: Policy;
  private readonly layers: readonly LayerProjection[];
  private readonly ones: tf.Tensor1D;

  constructor(policy: Policy) {
    this.policy = policy;
    this.ones = tf.ones([policy.config.headWidth]);
    this.layers = Array.from({ length: policy.config.layers }, (_, layer) => fuse(policy, layer));
  }

  /** Of N rows: q [N, heads * d] and k [N, keyValueHeads * d], rotated, and v [N, keyValueHeads * d]. */
  project(
    layer: number,
    normed_ND: tf.Tensor2D,
    angles: RotaryAngles,
  ): [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D] {
    const { heads, keyValueHeads, headWidth, normEpsilon } = this.policy.config;
    const { weight, bias, gain } = this.layers[layer] as LayerProjection;
    const [C, K] = [heads * headWidth, keyValueHeads * headWidth];
    const N = normed_ND.shape[0];
    const all = linear(normed_ND, weight, bias);
    let both = tf.slice(all, [0, 0], [N, C + K]);
    if (gain !== undefined) {
      const byHead = tf.reshape(both, [N * (heads + keyValueHeads), headWidth]) as tf.Tensor2D;
      const unit = rmsNorm(byHead, this.ones, normEpsilon);
      both = tf.reshape(tf.mul(tf.reshape(unit, [N, heads + keyValueHeads, headWidth]), gain), [N, C + K]);
    }
    const turned = rotate(both, angles);
    return [
      tf.slice(turned, [0, 0], [N, C]),
      tf.slice(turned, [0, C], [N, K]),
      tf.slice(all, [0, C + K], [N, K]),
    ];
  }

  /** The tensors that `project` reads at a layer. */
  tensors(layer: number): tf.Tensor[] {
    const { weight, bias, gain } = this.layers[layer] as LayerProjection;
    return [this.ones, ...[weight, bias, gain].filter((part) => part !== undefined)];
  }

  dispose(): void {
    this.ones.dispose();
    for (const { weight, bias, gain } of this.layers) {
      weight.dispose();
      bias?.dispose();
      gain?.dispose();
    }
  }
}

function fuse(policy: Policy, layer: number): LayerProjection {
  const { heads, keyValueHeads, queryKeyNorm } = policy.config;
  const named = (name: string) => layerName(layer, `self_attn.${name}`);
  const parts = ['q', 'k', 'v'].map((name) => named(`${name}_proj`));
  const biases = parts.flatMap((part) => policy.weights.get(`${part}.bias`) ?? []);
  return tf.tidy(() => {
    const gainOf = (name: string, count: number) =>
      tf.tile(tf.expandDims(policy.weight(`${named(name)}.weight`) as tf.Tensor, 0), [count, 1]);
    const gains = queryKeyNorm ? [gainOf('q_norm', heads), gainOf('k_norm', keyValueHeads)] : [];
    return {
      weight: tf.concat(
        parts.map((part) => policy.weight(`${part}.weight`) as tf.Tensor as tf.Tensor2D),
        1,
      ),
      bias: biases.length === 0 ? undefined : (tf.concat(biases as tf.Tensor[], 0) as tf.Tensor1D),
      gain: gains.length === 0 ? undefined : (tf.concat(gains, 0) as tf.Tensor2D),
    };
  }) as LayerProjection;
}
