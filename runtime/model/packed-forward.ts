import { tf } from '../tensor/tf.ts';
import { traced, tracedWithGradient, tracesGraphs } from '../tensor/traced.ts';
import type { PackedBatch } from './batch.ts';
import { hasHeapKernels } from '../tensor/kernels/wasm/heap.ts';
import { packedAttention } from './ops/attention.ts';
import { bucketOf } from './ops/buckets.ts';
import { rotaryAngles, rotaryFrequencies } from './ops/rotary.ts';
import type { Policy } from './policy.ts';
import { embed, finalNorm, layerOutput } from './transformer.ts';

type Rows = Pick<PackedBatch, 'tokens_N' | 'positions_N' | 'segments'>;

/**
 * The final hidden states of some rows of a packed batch, [R, width]: layer by layer, each of them one graph where
 * graphs are made. Differentiable in the weights. Call it inside a tidy.
 */
export function packedHiddenStates(policy: Policy, batch: Rows, rows_R: tf.Tensor1D): tf.Tensor2D {
  const { x_ND, angles, attention, key } = start(policy, batch);
  let x = x_ND;
  const { layers } = policy.config;
  for (let layer = 0; layer < layers; layer++) {
    const keep = layer === layers - 1 ? rows_R : undefined;
    const before = x;
    const { trained, frozen } = policy.layerWeights(layer);
    // Where the embeddings are frozen, nothing asks for the gradient of what the first layer begins with.
    const begins = layer === 0 && frozen.length > 0;
    x = tracedWithGradient(
      `${key} ${keep === undefined ? '' : 'last'}`,
      {
        inputs: begins ? trained : [before, ...trained],
        constants: [
          ...(begins ? [before] : []),
          ...frozen,
          angles.cos,
          angles.sin,
          ...attention.tables,
          ...(keep === undefined ? [] : [keep]),
        ],
      },
      () => layerOutput(policy, layer, before, angles, attention.attend, { keep }),
    ) as tf.Tensor2D;
  }
  return finalNorm(policy, x);
}

/** The same without gradients, and the keys and values of all rows, by layer: [N, keyValueHeads * d]. */
export function prefillHiddenStates(policy: Policy, batch: Rows, rows_R: tf.Tensor1D) {
  const { x_ND, angles, attention, key } = start(policy, batch);
  const keys_NK: tf.Tensor2D[] = [];
  const values_NK: tf.Tensor2D[] = [];
  let x = x_ND;
  const { layers } = policy.config;
  for (let layer = 0; layer < layers; layer++) {
    const keep = layer === layers - 1 ? rows_R : undefined;
    const before = x;
    const { trained, frozen } = policy.layerWeights(layer);
    const inputs = [before, ...trained, ...frozen, angles.cos, angles.sin, ...attention.tables];
    const [after, keys, values] = traced(
      `${key} prefill ${keep === undefined ? '' : 'last'}`,
      keep === undefined ? inputs : [...inputs, keep],
      () => {
        let kept: tf.Tensor2D[] = [];
        const output = layerOutput(
          policy,
          layer,
          before,
          angles,
          (q, k, v) => {
            kept = [k, v];
            return attention.attend(q, k, v);
          },
          { keep },
        );
        return [output, ...kept];
      },
    ) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    x = after;
    keys_NK.push(keys);
    values_NK.push(values);
  }
  return { hidden_RD: finalNorm(policy, x), keys_NK, values_NK };
}

/** What the first layer begins with. Rows are padded where that makes shapes come back. */
function start(policy: Policy, { tokens_N, positions_N, segments }: Rows) {
  const { heads, keyValueHeads, headWidth } = policy.config;
  const N = paddedRows(tokens_N.length);
  const padded = (values: Int32Array) => {
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
function paddedRows(rows: number): number {
  if (hasHeapKernels()) return rows;
  return tracesGraphs() ? bucketOf(rows + 1) : rows + 1;
}
