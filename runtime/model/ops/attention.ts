import { tf } from '../../tensor/tf.ts';
import type { Segment } from '../batch.ts';
import type { AttentionLayout } from './attention-layout.ts';
import { hasHeapKernels } from '../kernels/wasm-heap.ts';
import { heapAttention } from './heap-attention.ts';
import { gatherRows } from './rows.ts';

/** Less than any score, and still finite: a row of padding alone must not become NaN. */
const masked = -1e30;

/**
 * Causal scaled dot-product attention over a packed batch, softmax(q k^T / sqrt(d)) v for every head, with
 * grouped queries: q [N, heads * d], k and v [N, keyValueHeads * d], result [N, heads * d]. Segments cover the
 * rows in order, those without a prefix first.
 */
export function attention(
  q_NC: tf.Tensor2D,
  k_NK: tf.Tensor2D,
  v_NK: tf.Tensor2D,
  layout: AttentionLayout,
): tf.Tensor2D {
  if (hasHeapKernels() && layout.headWidth % 4 === 0) return heapAttention(q_NC, k_NK, v_NK, layout);
  // Prompts and the responses to them have different shapes: each kind is padded to its own longest.
  const roots = layout.segments.filter((segment) => segment.prefixLength === 0);
  const children = layout.segments.filter((segment) => segment.prefixLength > 0);
  const parts = [roots, children]
    .filter((segments) => segments.length > 0)
    .map((segments) => paddedAttention(q_NC, k_NK, v_NK, segments, layout));
  return parts.length === 1 ? (parts[0] as tf.Tensor2D) : tf.concat(parts, 0);
}

function paddedAttention(
  q_NC: tf.Tensor2D,
  k_NK: tf.Tensor2D,
  v_NK: tf.Tensor2D,
  segments: readonly Segment[],
  { heads, keyValueHeads, headWidth }: AttentionLayout,
): tf.Tensor2D {
  const { queryRows, keyRows, mask, ownRows, Tq, Tk } = padding(segments);
  const S = segments.length;
  const perGroup = heads / keyValueHeads;
  const q = tf.reshape(
    tf.transpose(
      tf.reshape(gatherRows(q_NC, queryRows), [S, Tq, keyValueHeads, perGroup, headWidth]),
      [0, 2, 3, 1, 4],
    ),
    [S * keyValueHeads, perGroup * Tq, headWidth],
  );
  const byHead = (x_NK: tf.Tensor2D) =>
    tf.reshape(
      tf.transpose(tf.reshape(gatherRows(x_NK, keyRows), [S, Tk, keyValueHeads, headWidth]), [0, 2, 1, 3]),
      [S * keyValueHeads, Tk, headWidth],
    );
  const scores = tf.mul(tf.matMul(q, byHead(k_NK), false, true), 1 / Math.sqrt(headWidth));
  const mask_S11qk = tf.tensor(mask, [S, 1, 1, Tq, Tk]);
  const weights = tf.softmax(tf.add(tf.reshape(scores, [S, keyValueHeads, perGroup, Tq, Tk]), mask_S11qk));
  const mixed = tf.matMul(tf.reshape(weights, [S * keyValueHeads, perGroup * Tq, Tk]), byHead(v_NK));
  const out = tf.reshape(
    tf.transpose(tf.reshape(mixed, [S, keyValueHeads, perGroup, Tq, headWidth]), [0, 3, 1, 2, 4]),
    [S * Tq, heads * headWidth],
  );
  return gatherRows(out as tf.Tensor2D, ownRows);
}

/** Index lists that spread packed rows over a padded [S, Tq] x [S, Tk] and gather them back. */
function padding(segments: readonly Segment[]) {
  const Tq = Math.max(...segments.map((segment) => segment.length));
  const Tk = Math.max(...segments.map((segment) => segment.prefixLength + segment.length));
  const S = segments.length;
  const queryRows = new Int32Array(S * Tq);
  const keyRows = new Int32Array(S * Tk);
  const mask = new Float32Array(S * Tq * Tk).fill(masked);
  const ownRows: number[] = [];
  segments.forEach(({ start, length, prefixStart, prefixLength }, s) => {
    for (let j = 0; j < prefixLength; j++) keyRows[s * Tk + j] = prefixStart + j;
    for (let i = 0; i < length; i++) {
      queryRows[s * Tq + i] = start + i;
      keyRows[s * Tk + prefixLength + i] = start + i;
      ownRows.push(s * Tq + i);
      const row = (s * Tq + i) * Tk;
      mask.fill(0, row, row + prefixLength + i + 1);
    }
  });
  return { queryRows, keyRows, mask, ownRows: Int32Array.from(ownRows), Tq, Tk };
}
