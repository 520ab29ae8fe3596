import { tracesGraphs } from '../../tensor/traced.ts';
import { hasKernels } from '../../tensor/kernels/own-operation.ts';
import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
import { bucketOf } from './buckets.ts';
import { fusedAttention } from './fused-attention.ts';
import { paddedAttention } from './padded-attention.ts';
import type { PaddedPart } from './padded-attention.ts';

/**
 * Causal scaled dot-product attention over a packed batch, softmax(q k^T / sqrt(d)) v for every head, with
 * grouped queries. Segments cover the rows in order, those without a prefix first.
 */
export function packedAttention(layout: AttentionLayout): PackedAttention {
  if (hasKernels(layout.headWidth)) return fusedAttention(layout);
  // Prompts and the responses to them have different shapes: each kind is padded to its own longest.
  const roots = layout.segments.filter((segment) => segment.prefixLength === 0);
  const children = layout.segments.filter((segment) => segment.prefixLength > 0);
  const sizeOf = tracesGraphs() ? bucketOf : (size: number) => size;
  const parts = [roots, children]
    .filter((segments) => segments.length > 0)
    .map((segments): PaddedPart => {
      const longest = (lengthOf: (segment: (typeof segments)[number]) => number) =>
        sizeOf(Math.max(...segments.map(lengthOf)));
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
