import { nativeOperation } from '../tensor/native-operation.ts';
import { tf } from '../tensor/tf.ts';
import type { Policy } from './policy.ts';
import { finalGain, headTable } from './transformer.ts';
import { layerName } from './weight-names.ts';

/** One layer's weights as the operation ProrlDecodeLayer takes them: matrices in panels, empty where there are none. */
export interface PackedLayer {
  readonly inputGain: tf.Tensor;
  readonly queryKeyValue: tf.Tensor;
  readonly queryKeyValueBias: tf.Tensor;
  /** Over each of the heads of queries and keys. */
  readonly headGains: tf.Tensor;
  readonly output: tf.Tensor;
  readonly outputBias: tf.Tensor;
  readonly innerGain: tf.Tensor;
  readonly gateUp: tf.Tensor;
  readonly gateUpBias: tf.Tensor;
  readonly down: tf.Tensor;
  readonly downBias: tf.Tensor;
}

/**
 * A policy's weights in the order in which a processor reads them when rows are few: then a product costs what it takes
 * to read its weights once. A copy of the weights as they are when it is made: for one generation.
 */
export class PackedWeights {
  readonly layers: readonly PackedLayer[];
  readonly finalGain: tf.Tensor;
  readonly head: tf.Tensor;

  constructor(policy: Policy) {
    this.layers = Array.from(
      { length: policy.config.layers },
      (_, layer) => tf.tidy(() => ({ ...packLayer(policy, layer) })) as PackedLayer,
    );
    this.finalGain = tf.clone(finalGain(policy));
    this.head = tf.tidy(() => packed(headTable(policy), true));
  }

  dispose(): void {
    for (const layer of this.layers) tf.dispose(Object.values(layer));
    tf.dispose([this.finalGain, this.head]);
  }
}

function packLayer(policy: Policy, layer: number): PackedLayer {
  const { heads, keyValueHeads, queryKeyNorm } = policy.config;
  const named = (name: string) => layerName(layer, name);
  const attention = ['q', 'k', 'v'].map((name) => named(`self_attn.${name}_proj`));
  const gates = ['gate', 'up'].map((name) => named(`mlp.${name}_proj`));
  const gain = (name: string) => tf.clone(policy.weight(`${named(name)}.weight`) as tf.Tensor);
  const joined = (parts: readonly string[]) =>
    packed(
      tf.concat(
        parts.map((part) => policy.weight(`${part}.weight`) as tf.Tensor as tf.Tensor2D),
        1,
      ),
      false,
    );
  const bias = (parts: readonly string[]) => {
    const biases = parts.flatMap((part) => policy.weights.get(`${part}.bias`) ?? []) as tf.Tensor[];
    return biases.length === 0 ? tf.zeros([0]) : tf.concat(biases, 0);
  };
  const overHeads = (name: string, count: number) => tf.tile(gain(name), [count]);
  const headGains = queryKeyNorm
    ? tf.concat([overHeads('self_attn.q_norm', heads), overHeads('self_attn.k_norm', keyValueHeads)])
    : tf.zeros([0]);
  const [output, down] = [named('self_attn.o_proj'), named('mlp.down_proj')];
  return {
    inputGain: gain('input_layernorm'),
    queryKeyValue: joined(attention),
    queryKeyValueBias: bias(attention),
    headGains,
    output: joined([output]),
    outputBias: bias([output]),
    innerGain: gain('post_attention_layernorm'),
    gateUp: joined(gates),
    gateUpBias: bias(gates),
    down: joined([down]),
    downBias: bias([down]),
  };
}

/** A matrix or its transpose in panels (runtime/tensor/kernels/native/panels.h). */
function packed(matrix: tf.Tensor2D, transposed: boolean): tf.Tensor {
  return nativeOperation(
    'ProrlPack',
    {},
    [matrix, tf.tensor1d([Number(transposed)], 'int32')],
    1,
  )[0] as tf.Tensor;
}
