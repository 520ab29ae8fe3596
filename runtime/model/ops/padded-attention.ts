import { tf } from '../../tensor/tf.ts';
import type { Segment } from '../batch.ts';
import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
import { gatherRows } from './rows.ts';

/** Less than any score, and still finite: a row of padding alone must not become NaN. */
const masked = -1e30;

/** Segments to be laid out as S sequences of Tq queries and Tk keys. */
export interface PaddedPart {
  readonly segments: readonly Segment[];
  readonly S: number;
  readonly Tq: number;
  readonly Tk: number;
}

interface Tables {
  /** Of each query slot (s, head, t), which head of which row it holds. */
  readonly queries: tf.Tensor1D;
  /** Of each key slot (s, keyValueHead, t), the same. */
  readonly keys: tf.Tensor1D;
  /** 0 where a query sees a key: [S, 1, Tq, Tk]. */
  readonly mask: tf.Tensor4D;
}

/**
 * Attention made of plain operations, for any backend. Heads are gathered row by row into sequences of one length,
 * which spares transposing them, and back.
 */
export function paddedAttention(layout: AttentionLayout, parts: readonly PaddedPart[]): PackedAttention {
  const { rows, heads, keyValueHeads, headWidth } = layout;
  const tables = parts.map((part) => tablesOf(part, layout));
  const slots = slotOfRow(parts, layout);
  return {
    key: `padded ${parts.map(({ S, Tq, Tk }) => [S, Tq, Tk].join('x')).join(' ')}`,
    tables: [slots, ...tables.flatMap(({ queries, keys, mask }) => [queries, keys, mask])],
    attend(q_NC, k_NK, v_NK) {
      const byHead = (x: tf.Tensor2D) => tf.reshape(x, [-1, headWidth]) as tf.Tensor2D;
      const scaled = byHead(tf.mul(q_NC, 1 / Math.sqrt(headWidth)) as tf.Tensor2D);
      const [k, v] = [byHead(k_NK), byHead(v_NK)];
      const out = parts.map(({ S, Tq, Tk }, p) => {
        const { queries, keys, mask } = tables[p] as Tables;
        const spread = (x: tf.Tensor2D) =>
          tf.reshape(gatherRows(x, keys), [S * keyValueHeads, Tk, headWidth]) as tf.Tensor3D;
        const grouped: [number, number, number] = [
          S * keyValueHeads,
          (heads / keyValueHeads) * Tq,
          headWidth,
        ];
        const q = tf.reshape(gatherRows(scaled, queries), grouped) as tf.Tensor3D;
        return tf.reshape(mix(q, spread(k), spread(v), mask), [S * heads * Tq, headWidth]);
      });
      const all = (out.length === 1 ? out[0] : tf.concat(out, 0)) as tf.Tensor2D;
      return tf.reshape(gatherRows(all, slots), [rows, heads * headWidth]) as tf.Tensor2D;
    },
  };
}

/**
 * softmax(q k^T + mask) v. With P the softmax and O the result, the gradients are dV = P^T dO,
 * dS = P (dO V^T - rowsum(dO O)), dQ = dS K and dK = dS^T Q (Dao et al. 2022, arXiv:2205.14135, appendix B.2).
 */
function mix(q_BMD: tf.Tensor3D, k_BTD: tf.Tensor3D, v_BTD: tf.Tensor3D, mask: tf.Tensor4D): tf.Tensor3D {
  const [B, M, D] = q_BMD.shape;
  const [S, , Tq, T] = mask.shape;
  const operation = tf.customGrad((q, k, v, save) => {
    const scores = tf.reshape(tf.matMul(q as tf.Tensor3D, k as tf.Tensor3D, false, true), [S, -1, Tq, T]);
    const weights = tf.reshape(tf.softmax(tf.add(scores, mask)), [B, M, T]);
    const value = tf.matMul(weights, v as tf.Tensor3D);
    (save as tf.GradSaveFunc)([q as tf.Tensor, k as tf.Tensor, v as tf.Tensor, weights, value]);
    return {
      value,
      gradFunc: (dout: tf.Tensor, saved: tf.Tensor[]) => {
        const [q, k, v, weights, out] = saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
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
  return tf.reshape(operation(q_BMD, k_BTD, v_BTD), [B, M, D]) as tf.Tensor3D;
}

/** Slots that hold nothing hold the last row; the mask hides it from every other. */
function tablesOf({ segments, S, Tq, Tk }: PaddedPart, layout: AttentionLayout): Tables {
  const { rows, heads, keyValueHeads } = layout;
  const slots = (count: number, T: number) => new Int32Array(S * count * T).fill(rows * count - 1);
  const queries = slots(heads, Tq);
  const keys = slots(keyValueHeads, Tk);
  const mask = new Float32Array(S * Tq * Tk).fill(masked);
  segments.forEach(({ start, length, prefixStart, prefixLength }, s) => {
    for (let h = 0; h < heads; h++) {
      for (let t = 0; t < length; t++) queries[(s * heads + h) * Tq + t] = (start + t) * heads + h;
    }
    for (let h = 0; h < keyValueHeads; h++) {
      const at = (s * keyValueHeads + h) * Tk;
      for (let t = 0; t < prefixLength; t++) keys[at + t] = (prefixStart + t) * keyValueHeads + h;
      for (let t = 0; t < length; t++) keys[at + prefixLength + t] = (start + t) * keyValueHeads + h;
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
function slotOfRow(parts: readonly PaddedPart[], { rows, heads }: AttentionLayout): tf.Tensor1D {
  const total = parts.reduce((sum, { S, Tq }) => sum + S * heads * Tq, 0);
  const slots = new Int32Array(rows * heads).fill(total - 1);
  let first = 0;
  for (const { segments, S, Tq } of parts) {
    segments.forEach(({ start, length }, s) => {
      for (let h = 0; h < heads; h++) {
        for (let t = 0; t < length; t++) slots[(start + t) * heads + h] = first + (s * heads + h) * Tq + t;
      }
    });
    first += S * heads * Tq;
  }
  return tf.tensor1d(slots, 'int32');
}
