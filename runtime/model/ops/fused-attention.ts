import { tf } from '../../tensor/tf.ts';
import { tracesGraphs } from '../../tensor/traced.ts';
import { ownOperation } from '../../tensor/kernels/own-operation.ts';
import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
import { bucketOf } from './buckets.ts';

/**
 * Attention over a packed batch in one kernel, causal halves skipped and nothing padded. Keeps, besides its
 * inputs, the result and two numbers a row and head for the gradient. Head width must be a multiple of 4.
 */
export function fusedAttention(layout: AttentionLayout): PackedAttention {
  const segments = segmentTable(layout);
  return {
    key: 'fused',
    tables: [segments],
    attend: (q_NC, k_NK, v_NK) => {
      const operation = tf.customGrad((q_, k_, v_, save) => {
        const inputs = { q: q_ as tf.Tensor2D, k: k_ as tf.Tensor2D, v: v_ as tf.Tensor2D };
        const [out, normalisers] = forward({ ...inputs, segments }, layout) as [tf.Tensor2D, tf.Tensor2D];
        (save as tf.GradSaveFunc)([inputs.q, inputs.k, inputs.v, out, normalisers, segments]);
        return {
          value: out,
          gradFunc: (dout: tf.Tensor, saved: tf.Tensor[]) => {
            const [q, k, v, out, normalisers, segments] = saved as Six;
            return backward({ q, k, v, out, normalisers, segments, dout: dout as tf.Tensor2D }, layout);
          },
        };
      });
      return operation(q_NC, k_NK, v_NK) as tf.Tensor2D;
    },
  };
}

type Six = [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];

type Inputs = Readonly<Record<'q' | 'k' | 'v' | 'segments', tf.Tensor2D>>;

function segmentTable({ segments }: AttentionLayout): tf.Tensor2D {
  const count = tracesGraphs() ? bucketOf(segments.length) : segments.length;
  const table = new Int32Array(4 * count);
  table.set(segments.flatMap((s) => [s.start, s.length, s.prefixStart, s.prefixLength]));
  return tf.tensor2d(table, [count, 4], 'int32');
}

function headCounts({ heads, keyValueHeads }: AttentionLayout): tf.Tensor1D {
  return tf.tensor1d([heads, keyValueHeads], 'int32');
}

/** Room for one row of scores and the spare slots that a step of four may touch. */
function scoreFloats({ segments }: AttentionLayout): number {
  return Math.max(...segments.map((segment) => segment.prefixLength + segment.length)) + 4;
}

const forward = ownOperation<Inputs, AttentionLayout>(
  'Attention',
  ({ kernels, address, output, scratch }, { q, k, v, segments }, layout) => {
    const { heads, keyValueHeads, headWidth } = layout;
    const out = output(q.shape);
    const normalisers = output([q.shape[0], heads * 2]);
    const floats = scoreFloats(layout);
    kernels['attention']?.(
      ...[q, k, v, out, normalisers].map(address),
      q.shape[0],
      address(segments),
      layout.segments.length,
      heads,
      keyValueHeads,
      headWidth,
      scratch(floats),
      floats,
    );
    return [out, normalisers];
  },
  { inputs: ({ q, k, v, segments }, layout) => [q, k, v, segments, headCounts(layout)], outputs: 2 },
);

const backward = ownOperation<
  Inputs & Readonly<Record<'out' | 'normalisers' | 'dout', tf.Tensor2D>>,
  AttentionLayout
>(
  'AttentionGradient',
  ({ kernels, address, output, scratch }, inputs, layout) => {
    const { q, k, v, out, normalisers, dout, segments } = inputs;
    const { heads, keyValueHeads, headWidth } = layout;
    const dq = output(q.shape);
    const dk = output(k.shape);
    const dv = output(v.shape);
    const floats = 2 * scoreFloats(layout);
    kernels['attentionGradient']?.(
      ...[q, k, v, out, normalisers, dout, dq, dk, dv].map(address),
      q.shape[0],
      address(segments),
      layout.segments.length,
      heads,
      keyValueHeads,
      headWidth,
      scratch(floats),
      floats,
    );
    return [dq, dk, dv];
  },
  {
    inputs: ({ q, k, v, out, normalisers, segments, dout }, layout) => [
      ...[q, k, v, out, normalisers, segments, dout],
      headCounts(layout),
    ],
    outputs: 3,
  },
);
