import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
/**
 * Attention over a packed batch in one kernel, causal halves skipped and nothing padded. Keeps, besides its
 * inputs, the result and two numbers a row and head for the gradient. Head width must be a multiple of 4.
 */
export declare function heapAttention(layout: AttentionLayout): PackedAttention;
