import { tf } from '../tensor/tf.ts';
import type { PackedBatch } from './batch.ts';
import type { FusedProjections } from './fused-projections.ts';
import { attention } from './ops/attention.ts';
import { linear, tableLinear } from './ops/linear.ts';
import { rmsNorm } from './ops/rms-norm.ts';
import { rotaryAngles, rotaryFrequencies, rotate } from './ops/rotary.ts';
import type { RotaryAngles } from './ops/rotary.ts';
import { gatherRows } from './ops/rows.ts';
import { swiglu } from './ops/swiglu.ts';
import type { Policy } from './policy.ts';
import { embeddingName, finalNormName, headName, layerName } from './weight-names.ts';

/** Rotated queries [N, heads * d] and keys [N, keyValueHeads * d], and values, to what the heads read: [N, heads * d]. */
export type Attend = (layer: number, q_NC: tf.Tensor2D, k_NK: tf.Tensor2D, v_NK: tf.Tensor2D) => tf.Tensor2D;

/**
 * The stack of layers over N rows, up to the final norm. `attend` decides which rows see which: a packed batch
 * in training, a cache in generation. Where only `keep` rows of the result are needed, [M, width] comes back.
 * Differentiable in the weights if `attend` is and no `fused` projections are given. Call it inside a tidy.
 */
export function hiddenStates(
  policy: Policy,
  tokens_N: Int32Array,
  positions_N: Int32Array,
  attend: Attend,
  { keep, fused }: { keep?: Int32Array | undefined; fused?: FusedProjections | undefined } = {},
): tf.Tensor2D {
  const { config } = policy;
  const angles = rotaryAngles(rotaryFrequencies(config), positions_N);
  let x_ND = gatherRows(matrix(policy, embeddingName), tokens_N);
  for (let layer = 0; layer < config.layers; layer++) {
    const normed_ND = norm(policy, layerName(layer, 'input_layernorm'), x_ND);
    const inputs =
      fused?.project(layer, normed_ND, angles) ?? attentionInputs(policy, layer, normed_ND, angles);
    let mixed_NC = attend(layer, ...inputs);
    // After the last attention, rows that predict nothing are of no more use.
    if (layer === config.layers - 1 && keep !== undefined) {
      mixed_NC = gatherRows(mixed_NC, keep);
      x_ND = gatherRows(x_ND, keep);
    }
    x_ND = tf.add(x_ND, project(policy, layerName(layer, 'self_attn.o_proj'), mixed_NC));
    x_ND = tf.add(x_ND, mlp(policy, layer, x_ND));
  }
  return rmsNorm(x_ND, vector(policy, finalNormName), config.normEpsilon);
}

/** Scores over the vocabulary, [M, V], of final hidden states. */
export function logitsOf(policy: Policy, hidden_MD: tf.Tensor2D): tf.Tensor2D {
  return tableLinear(hidden_MD, matrix(policy, policy.config.tiedEmbeddings ? embeddingName : headName));
}

/** Scores over the vocabulary at those rows of a packed batch that predict a response token: [M, V]. */
export function batchLogits(policy: Policy, batch: PackedBatch): tf.Tensor2D {
  const { heads, keyValueHeads, headWidth } = policy.config;
  const layout = { segments: batch.segments, heads, keyValueHeads, headWidth };
  const attend: Attend = (_layer, q, k, v) => attention(q, k, v, layout);
  return logitsOf(
    policy,
    hiddenStates(policy, batch.tokens_N, batch.positions_N, attend, { keep: batch.headRows_M }),
  );
}

/** Queries and keys, normed where the family does and rotated, and values. */
function attentionInputs(
  policy: Policy,
  layer: number,
  normed_ND: tf.Tensor2D,
  angles: RotaryAngles,
): [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D] {
  const named = (rest: string) => layerName(layer, `self_attn.${rest}`);
  const heads = (name: string): tf.Tensor2D => {
    const projected = project(policy, named(`${name}_proj`), normed_ND);
    const normed = policy.config.queryKeyNorm
      ? headNorm(policy, named(`${name}_norm`), projected)
      : projected;
    return rotate(normed, angles);
  };
  return [heads('q'), heads('k'), project(policy, named('v_proj'), normed_ND)];
}

function mlp(policy: Policy, layer: number, x_ND: tf.Tensor2D): tf.Tensor2D {
  const normed_ND = norm(policy, layerName(layer, 'post_attention_layernorm'), x_ND);
  const gate_NF = project(policy, layerName(layer, 'mlp.gate_proj'), normed_ND);
  const up_NF = project(policy, layerName(layer, 'mlp.up_proj'), normed_ND);
  return project(policy, layerName(layer, 'mlp.down_proj'), swiglu(gate_NF, up_NF));
}

function project(policy: Policy, name: string, x_NI: tf.Tensor2D): tf.Tensor2D {
  return linear(x_NI, matrix(policy, `${name}.weight`), policy.weights.get(`${name}.bias`));
}

function norm(policy: Policy, name: string, x_ND: tf.Tensor2D): tf.Tensor2D {
  return rmsNorm(x_ND, vector(policy, `${name}.weight`), policy.config.normEpsilon);
}

/** Qwen3's norm of each head by itself. */
function headNorm(policy: Policy, name: string, x_NC: tf.Tensor2D): tf.Tensor2D {
  const byHead = tf.reshape(x_NC, [-1, policy.config.headWidth]) as tf.Tensor2D;
  return tf.reshape(norm(policy, name, byHead), x_NC.shape);
}

function matrix(policy: Policy, name: string): tf.Tensor2D {
  return policy.weight(name) as tf.Tensor as tf.Tensor2D;
}

function vector(policy: Policy, name: string): tf.Tensor1D {
  return policy.weight(name) as tf.Tensor as tf.Tensor1D;
}
