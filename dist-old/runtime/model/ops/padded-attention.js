import { tf } from "../../tensor/tf.js";
import { gatherRows } from "./rows.js";
/** Less than any score, and still finite: a row of padding alone must not become NaN. */
const masked = -1e30;
/**
 * Attention made of plain operations, for any backend. Heads are gathered row by row into sequences of one length,
 * which spares transposing them, and back.
 */
export function paddedAttention(layout, parts) {
    const { rows, heads, keyValueHeads, headWidth } = layout;
    const tables = parts.map((part) => tablesOf(part, layout));
    const slots = slotOfRow(parts, layout);
    return {
        key: `padded ${parts.map(({ S, Tq, Tk }) => [S, Tq, Tk].join('x')).join(' ')}`,
        tables: [slots, ...tables.flatMap(({ queries, keys, mask }) => [queries, keys, mask])],
        attend(q_NC, k_NK, v_NK) {
            const byHead = (x) => tf.reshape(x, [-1, headWidth]);
            const scaled = byHead(tf.mul(q_NC, 1 / Math.sqrt(headWidth)));
            const [k, v] = [byHead(k_NK), byHead(v_NK)];
            const out = parts.map(({ S, Tq, Tk }, p) => {
                const { queries, keys, mask } = tables[p];
                const spread = (x) => tf.reshape(gatherRows(x, keys), [S * keyValueHeads, Tk, headWidth]);
                const grouped = [
                    S * keyValueHeads,
                    (heads / keyValueHeads) * Tq,
                    headWidth,
                ];
                const q = tf.reshape(gatherRows(scaled, queries), grouped);
                return tf.reshape(mix(q, spread(k), spread(v), mask), [S * heads * Tq, headWidth]);
            });
            const all = (out.length === 1 ? out[0] : tf.concat(out, 0));
            return tf.reshape(gatherRows(all, slots), [rows, heads * headWidth]);
        },
    };
}
/**
 * softmax(q k^T + mask) v. With P the softmax and O the result, the gradients are dV = P^T dO,
 * dS = P (dO V^T - rowsum(dO O)), dQ = dS K and dK = dS^T Q (Dao et al. 2022, arXiv:2205.14135, appendix B.2).
 */
function mix(q_BMD, k_BTD, v_BTD, mask) {
    const [B, M, D] = q_BMD.shape;
    const [S, , Tq, T] = mask.shape;
    const operation = tf.customGrad((q, k, v, save) => {
        const scores = tf.reshape(tf.matMul(q, k, false, true), [S, -1, Tq, T]);
        const weights = tf.reshape(tf.softmax(tf.add(scores, mask)), [B, M, T]);
        const value = tf.matMul(weights, v);
        save([q, k, v, weights, value]);
        return {
            value,
            gradFunc: (dout, saved) => {
                const [q, k, v, weights, out] = saved;
                const along = tf.sum(tf.mul(dout, out), 2, true);
                const dscores = tf.mul(weights, tf.sub(tf.matMul(dout, v, false, true), along));
                return [
                    tf.matMul(dscores, k),
                    tf.matMul(dscores, q, true, false),
                    tf.matMul(weights, dout, true, false),
                ];
            },
        };
    });
    return tf.reshape(operation(q_BMD, k_BTD, v_BTD), [B, M, D]);
}
/** Slots that hold nothing hold the last row; the mask hides it from every other. */
function tablesOf({ segments, S, Tq, Tk }, layout) {
    const { rows, heads, keyValueHeads } = layout;
    const slots = (count, T) => new Int32Array(S * count * T).fill(rows * count - 1);
    const queries = slots(heads, Tq);
    const keys = slots(keyValueHeads, Tk);
    const mask = new Float32Array(S * Tq * Tk).fill(masked);
    segments.forEach(({ start, length, prefixStart, prefixLength }, s) => {
        for (let h = 0; h < heads; h++) {
            for (let t = 0; t < length; t++)
                queries[(s * heads + h) * Tq + t] = (start + t) * heads + h;
        }
        for (let h = 0; h < keyValueHeads; h++) {
            const at = (s * keyValueHeads + h) * Tk;
            for (let t = 0; t < prefixLength; t++)
                keys[at + t] = (prefixStart + t) * keyValueHeads + h;
            for (let t = 0; t < length; t++)
                keys[at + prefixLength + t] = (start + t) * keyValueHeads + h;
        }
        for (let t = 0; t < length; t++) {
            const row = (s * Tq + t) * Tk;
            mask.fill(0, row, row + prefixLength + t + 1);
        }
    });
    return {
        queries: tf.tensor1d(queries, 'int32'),
        keys: tf.tensor1d(keys, 'int32'),
        mask: tf.tensor4d(mask, [S, 1, Tq, Tk]),
    };
}
/** Of each head of each row, its query slot among those of all parts; for rows of no segment the very last. */
function slotOfRow(parts, { rows, heads }) {
    const total = parts.reduce((sum, { S, Tq }) => sum + S * heads * Tq, 0);
    const slots = new Int32Array(rows * heads).fill(total - 1);
    let first = 0;
    for (const { segments, S, Tq } of parts) {
        segments.forEach(({ start, length }, s) => {
            for (let h = 0; h < heads; h++) {
                for (let t = 0; t < length; t++)
                    slots[(start + t) * heads + h] = first + (s * heads + h) * Tq + t;
            }
        });
        first += S * heads * Tq;
    }
    return tf.tensor1d(slots, 'int32');
}
