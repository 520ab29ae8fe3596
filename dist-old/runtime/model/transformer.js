import { tf } from "../tensor/tf.js";
import { linear, tableLinear } from "./ops/linear.js";
import { rmsNorm } from "./ops/rms-norm.js";
import { rotate } from "./ops/rotary.js";
import { gatherRows } from "./ops/rows.js";
import { swiglu } from "./ops/swiglu.js";
import { embeddingName, finalNormName, headName, layerName } from "./weight-names.js";
/** The embeddings of N tokens, [N, width]. */
export function embed(policy, tokens_N) {
    return gatherRows(matrix(policy, embeddingName), tokens_N);
}
/**
 * One layer over N rows: [N, width]. `attend` decides which rows see which: a packed batch in training, a cache in
 * generation. With `keep`, only those rows are left of the result: [R, width].
 */
export function layerOutput(policy, layer, x_ND, angles, attend, { keep, fused } = {}) {
    const normed_ND = norm(policy, layerName(layer, 'input_layernorm'), x_ND);
    const inputs = fused?.project(layer, normed_ND, angles) ?? attentionInputs(policy, layer, normed_ND, angles);
    const mixed_NC = attend(...inputs);
    // After the last attention, rows that predict nothing are of no more use.
    const kept = (rows) => (keep === undefined ? rows : gatherRows(rows, keep));
    const attended = tf.add(kept(x_ND), project(policy, layerName(layer, 'self_attn.o_proj'), kept(mixed_NC)));
    return tf.add(attended, mlp(policy, layer, attended));
}
/** The final norm, [N, width]. */
export function finalNorm(policy, x_ND) {
    return rmsNorm(x_ND, finalGain(policy), policy.config.normEpsilon);
}
/** The gain of the final norm: [width]. */
export function finalGain(policy) {
    return vector(policy, finalNormName);
}
/** Scores over the vocabulary, [N, V], of final hidden states. */
export function logitsOf(policy, hidden_ND) {
    return tableLinear(hidden_ND, headTable(policy));
}
/** The table that scores come from: [V, width]. */
export function headTable(policy) {
    return matrix(policy, policy.config.tiedEmbeddings ? embeddingName : headName);
}
/** Queries and keys, normed where the family does and rotated, and values. */
function attentionInputs(policy, layer, normed_ND, angles) {
    const named = (rest) => layerName(layer, `self_attn.${rest}`);
    const heads = (name) => {
        const projected = project(policy, named(`${name}_proj`), normed_ND);
        const normed = policy.config.queryKeyNorm
            ? headNorm(policy, named(`${name}_norm`), projected)
            : projected;
        return rotate(normed, angles);
    };
    return [heads('q'), heads('k'), project(policy, named('v_proj'), normed_ND)];
}
function mlp(policy, layer, x_ND) {
    const normed_ND = norm(policy, layerName(layer, 'post_attention_layernorm'), x_ND);
    const gate_NF = project(policy, layerName(layer, 'mlp.gate_proj'), normed_ND);
    const up_NF = project(policy, layerName(layer, 'mlp.up_proj'), normed_ND);
    return project(policy, layerName(layer, 'mlp.down_proj'), swiglu(gate_NF, up_NF));
}
function project(policy, name, x_NI) {
    return linear(x_NI, matrix(policy, `${name}.weight`), policy.weights.get(`${name}.bias`));
}
function norm(policy, name, x_ND) {
    return rmsNorm(x_ND, vector(policy, `${name}.weight`), policy.config.normEpsilon);
}
/** Qwen3's norm of each head by itself. */
function headNorm(policy, name, x_NC) {
    const byHead = tf.reshape(x_NC, [-1, policy.config.headWidth]);
    return tf.reshape(norm(policy, name, byHead), x_NC.shape);
}
function matrix(policy, name) {
    return policy.weight(name);
}
function vector(policy, name) {
    return policy.weight(name);
}
