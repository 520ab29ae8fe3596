import { tf } from "../../tensor/tf.js";
import { heapOperation } from "../kernels/wasm-heap.js";
/**
 * Attention over a packed batch in one kernel, causal halves skipped and nothing padded. Keeps, besides its
 * inputs, the result and two numbers a row and head for the gradient. Head width must be a multiple of 4.
 */
export function heapAttention(layout) {
    const segments = segmentTable(layout);
    return {
        key: 'heap',
        tables: [segments],
        attend: (q_NC, k_NK, v_NK) => {
            const operation = tf.customGrad((q_, k_, v_, save) => {
                const inputs = { q: q_, k: k_, v: v_ };
                const [out, normalisers] = forward({ ...inputs, segments }, layout);
                save([inputs.q, inputs.k, inputs.v, out, normalisers, segments]);
                return {
                    value: out,
                    gradFunc: (dout, saved) => {
                        const [q, k, v, out, normalisers, segments] = saved;
                        return backward({ q, k, v, out, normalisers, segments, dout: dout }, layout);
                    },
                };
            });
            return operation(q_NC, k_NK, v_NK);
        },
    };
}
function segmentTable({ segments }) {
    const rows = segments.flatMap((s) => [s.start, s.length, s.prefixStart, s.prefixLength]);
    return tf.tensor2d(rows, [segments.length, 4], 'int32');
}
/** Room for one row of scores and the spare slots that a step of four may touch. */
function scoreFloats({ segments }) {
    return Math.max(...segments.map((segment) => segment.prefixLength + segment.length)) + 4;
}
const forward = heapOperation('Attention', ({ kernels, address, output, scratch }, { q, k, v, segments }, layout) => {
    const { heads, keyValueHeads, headWidth } = layout;
    const out = output(q.shape);
    const normalisers = output([q.shape[0], heads * 2]);
    kernels['attention']?.(...[q, k, v, out, normalisers, segments].map(address), layout.segments.length, heads, keyValueHeads, headWidth, scratch(scoreFloats(layout)));
    return [out, normalisers];
});
const backward = heapOperation('AttentionGradient', ({ kernels, address, output, scratch }, inputs, layout) => {
    const { q, k, v, out, normalisers, dout, segments } = inputs;
    const { heads, keyValueHeads, headWidth } = layout;
    const dq = output(q.shape);
    const dk = output(k.shape);
    const dv = output(v.shape);
    kernels['attentionGradient']?.(...[q, k, v, out, normalisers, dout, dq, dk, dv].map(address), q.shape[0], address(segments), layout.segments.length, heads, keyValueHeads, headWidth, scratch(scoreFloats(layout)), scratch(scoreFloats(layout)));
    return [dq, dk, dv];
});
