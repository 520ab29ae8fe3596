import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
/**
 * Causal scaled dot-product attention over a packed batch, softmax(q k^T / sqrt(d)) v for every head, with
 * grouped queries. Segments cover the rows in order, those without a prefix first.
 */
export declare function packedAttention(layout: AttentionLayout): PackedAttention;
