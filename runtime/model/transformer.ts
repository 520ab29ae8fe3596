import { tf } from '../tensor/tf.ts';
import type { FusedProjections } from './fused-projections.ts';
import { frozenLinear, frozenTableLinear, linear, tableLinear } from './ops/linear.ts';
import { addLowRank } from './ops/low-rank.ts';
import { rmsNorm } from './ops/rms-norm.ts';
import { rotate } from './ops/rotary.ts';
import type { RotaryAngles } from './ops/rotary.ts';
import { gatherRows } from './ops/rows.ts';
import { swiglu } from './ops/swiglu.ts';
import type { Policy } from './policy.ts';
import { embeddingName, finalNormName, headName, layerName } from './weight-names.ts';

/** Rotated queries [N, heads * d] and keys [N, keyValueHeads * d], and values, to what the heads read: [N, heads * d]. */
export type Attend = (q_NC: tf.Tensor2D, k_NK: tf.Tensor2D, v_NK: tf.Tensor2D) => tf.Tensor2D;

/** The embeddings of N tokens, [N, width]. */
export function embed(policy: Policy, tokens_N: tf.Tensor1D): tf.Tensor2D {
  return gatherRows(matrix(policy, embeddingName), tokens_N);
}

/**
 * One layer over N rows: [N, width]. `attend` decides which rows see which: a packed batch in training, a cache in
 * generation. With `keep`, only those rows are left of the result: [R, width].
 */
export function layerOutput(
  policy: Policy,
  layer: number,
  x_ND: tf.Tensor2D,
  angles: RotaryAngles,
  attend: Attend,
  { keep, fused }: { keep?: tf.Tensor1D | undefined; fused?: FusedProjections | undefined } = {},
): tf.Tensor2D {
  const normed_ND = norm(policy, layerName(layer, 'input_layernorm'), x_ND);
  const inputs =
    fused?.project(layer, normed_ND, angles) ?? attentionInputs(policy, layer, normed_ND, angles);
  const mixed_NC = attend(...inputs);
  // After the last attention, rows that predict nothing are of no more use.
  const kept = (rows: tf.Tensor2D) => (keep === undefined ? rows : gatherRows(rows, keep));
  const attended: tf.Tensor2D = tf.add(
    kept(x_ND),
    project(policy, layerName(layer, 'self_attn.o_proj'), kept(mixed_NC)),
  );
  return tf.add(attended, mlp(policy, layer, attended));
}

/** The final norm, [N, width]. */
export function finalNorm(policy: Policy, x_ND: tf.Tensor2D): tf.Tensor2D {
  return rmsNorm(x_ND, finalGain(policy), policy.config.normEpsilon);
}

/** The gain of the final norm: [width]. */
export function finalGain(policy: Policy): tf.Tensor1D {
  return vector(policy, finalNormName);
}

/** Scores over the vocabulary, [N, V], of final hidden states. */
export function logitsOf(policy: Policy, hidden_ND: tf.Tensor2D): tf.Tensor2D {
  return policy.adapters === null
    ? tableLinear(hidden_ND, headTable(policy))
    : frozenTableLinear(hidden_ND, headTable(policy));
}

/** The table that scores come from: [V, width]. */
export function headTable(policy: Policy): tf.Tensor2D {
  return matrix(policy, policy.config.tiedEmbeddings ? embeddingName : headName);
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
  const [weight, bias] = [matrix(policy, `${name}.weight`), policy.weights.get(`${name}.bias`)];
  if (policy.adapters === null) return linear(x_NI, weight, bias);
  const y_NO = frozenLinear(x_NI, weight, bias);
  const adapter = policy.adapters.beside(name);
  return adapter === undefined ? y_NO : addLowRank(y_NO, x_NI, adapter);
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
