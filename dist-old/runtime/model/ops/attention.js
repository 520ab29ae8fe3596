import { tracesGraphs } from "../../tensor/traced.js";
import { hasHeapKernels } from "../kernels/wasm-heap.js";
import { bucketOf } from "./buckets.js";
import { heapAttention } from "./heap-attention.js";
import { paddedAttention } from "./padded-attention.js";
/**
 * Causal scaled dot-product attention over a packed batch, softmax(q k^T / sqrt(d)) v for every head, with
 * grouped queries. Segments cover the rows in order, those without a prefix first.
 */
export function packedAttention(layout) {
    if (hasHeapKernels() && layout.headWidth % 4 === 0)
        return heapAttention(layout);
    // Prompts and the responses to them have different shapes: each kind is padded to its own longest.
    const roots = layout.segments.filter((segment) => segment.prefixLength === 0);
    const children = layout.segments.filter((segment) => segment.prefixLength > 0);
    const sizeOf = tracesGraphs() ? bucketOf : (size) => size;
    const parts = [roots, children]
        .filter((segments) => segments.length > 0)
        .map((segments) => {
        const longest = (lengthOf) => sizeOf(Math.max(...segments.map(lengthOf)));
        return {
            segments,
            // One more than there are: rows of padding find a place there.
            S: sizeOf(segments.length + 1),
            Tq: longest((segment) => segment.length),
            Tk: longest((segment) => segment.prefixLength + segment.length),
        };
    });
    return paddedAttention(layout, parts);
}
