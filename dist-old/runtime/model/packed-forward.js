import { tf } from "../tensor/tf.js";
import { traced, tracedWithGradient, tracesGraphs } from "../tensor/traced.js";
import { hasHeapKernels } from "./kernels/wasm-heap.js";
import { packedAttention } from "./ops/attention.js";
import { bucketOf } from "./ops/buckets.js";
import { rotaryAngles, rotaryFrequencies } from "./ops/rotary.js";
import { embed, finalNorm, layerOutput } from "./transformer.js";
/**
 * The final hidden states of some rows of a packed batch, [R, width]: layer by layer, each of them one graph where
 * graphs are made. Differentiable in the weights. Call it inside a tidy.
 */
export function packedHiddenStates(policy, batch, rows_R) {
    const { x_ND, angles, attention, key } = start(policy, batch);
    let x = x_ND;
    const { layers } = policy.config;
    for (let layer = 0; layer < layers; layer++) {
        const keep = layer === layers - 1 ? rows_R : undefined;
        const before = x;
        x = tracedWithGradient(`${key} ${keep === undefined ? '' : 'last'}`, {
            inputs: [before, ...policy.layerWeights(layer)],
            constants: [angles.cos, angles.sin, ...attention.tables, ...(keep === undefined ? [] : [keep])],
        }, () => layerOutput(policy, layer, before, angles, attention.attend, { keep }));
    }
    return finalNorm(policy, x);
}
/** The same without gradients, and the keys and values of all rows, by layer: [N, keyValueHeads * d]. */
export function prefillHiddenStates(policy, batch, rows_R) {
    const { x_ND, angles, attention, key } = start(policy, batch);
    const keys_NK = [];
    const values_NK = [];
    let x = x_ND;
    const { layers } = policy.config;
    for (let layer = 0; layer < layers; layer++) {
        const keep = layer === layers - 1 ? rows_R : undefined;
        const before = x;
        const inputs = [before, ...policy.layerWeights(layer), angles.cos, angles.sin, ...attention.tables];
        const [after, keys, values] = traced(`${key} prefill ${keep === undefined ? '' : 'last'}`, keep === undefined ? inputs : [...inputs, keep], () => {
            let kept = [];
            const output = layerOutput(policy, layer, before, angles, (q, k, v) => {
                kept = [k, v];
                return attention.attend(q, k, v);
            }, { keep });
            return [output, ...kept];
        });
        x = after;
        keys_NK.push(keys);
        values_NK.push(values);
    }
    return { hidden_RD: finalNorm(policy, x), keys_NK, values_NK };
}
/** What the first layer begins with. Rows are padded where that makes shapes come back. */
function start(policy, { tokens_N, positions_N, segments }) {
    const { heads, keyValueHeads, headWidth } = policy.config;
    const N = paddedRows(tokens_N.length);
    const padded = (values) => {
        const all = new Int32Array(N);
        all.set(values);
        return all;
    };
    const attention = packedAttention({ rows: N, segments, heads, keyValueHeads, headWidth });
    return {
        x_ND: embed(policy, tf.tensor1d(padded(tokens_N), 'int32')),
        angles: rotaryAngles(rotaryFrequencies(policy.config), padded(positions_N)),
        attention,
        key: `layer ${policy.shapeKey} ${attention.key}`,
    };
}
/** One row at least belongs to no segment: places of padding refer to it. The fused kernels have no such places. */
function paddedRows(rows) {
    if (hasHeapKernels())
        return rows;
    return tracesGraphs() ? bucketOf(rows + 1) : rows + 1;
}
