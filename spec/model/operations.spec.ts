import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedAttention } from '../../runtime/model/ops/attention.ts';
import { chosenLogprobs } from '../../runtime/model/ops/chosen-logprobs.ts';
import { linear, tableLinear } from '../../runtime/model/ops/linear.ts';
import { rmsNorm } from '../../runtime/model/ops/rms-norm.ts';
import { rotaryAngles, rotate } from '../../runtime/model/ops/rotary.ts';
import { gatherRows } from '../../runtime/model/ops/rows.ts';
import { swiglu } from '../../runtime/model/ops/swiglu.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';

interface Case {
  readonly shapes: readonly (readonly [number, number])[];
  readonly apply: (...inputs: tf.Tensor2D[]) => tf.Tensor;
}

const two = [
  { start: 0, length: 3, prefixStart: 0, prefixLength: 0 },
  { start: 3, length: 2, prefixStart: 0, prefixLength: 0 },
];
const responses = [
  { start: 5, length: 2, prefixStart: 0, prefixLength: 3 },
  { start: 7, length: 1, prefixStart: 0, prefixLength: 3 },
  { start: 8, length: 3, prefixStart: 3, prefixLength: 2 },
];

/** Causal attention over prompts of 3 and 2 rows and responses to them; `keyValueHeads` of 2 heads. */
const attention = (heads: number, keyValueHeads: number): Case => ({
  shapes: [
    [11, heads * 4],
    [11, keyValueHeads * 4],
    [11, keyValueHeads * 4],
  ],
  apply: (q, k, v) => {
    const layout = { rows: 11, segments: [...two, ...responses], heads, keyValueHeads, headWidth: 4 };
    return packedAttention(layout).attend(q, k, v);
  },
});

/** Every operation that is composed with a gradient of its own: what it takes, and what it gives. */
const operations: Readonly<Record<string, Case>> = {
  linear: {
    shapes: [
      [3, 4],
      [4, 8],
    ],
    apply: (x, w) => linear(x, w),
  },
  'linear with a bias': {
    shapes: [
      [3, 4],
      [4, 8],
      [1, 8],
    ],
    apply: (x, w, b) => linear(x, w, tf.reshape(b!, [8])),
  },
  'linear by a table': {
    shapes: [
      [3, 4],
      [7, 4],
    ],
    apply: (x, e) => tableLinear(x, e),
  },
  'RMS norm': {
    shapes: [
      [5, 8],
      [1, 8],
    ],
    apply: (x, gain) => rmsNorm(x, tf.reshape(gain, [8]), 1e-5),
  },
  'RMS norm of a width that no kernel takes': {
    shapes: [
      [5, 6],
      [1, 6],
    ],
    apply: (x, gain) => rmsNorm(x, tf.reshape(gain, [6]), 1e-5),
  },
  'rotary position': {
    shapes: [[4, 16]],
    apply: (x) => rotate(x, rotaryAngles(Float64Array.of(1, 0.1, 0.01, 0.001), Int32Array.of(0, 3, 8, 100))),
  },
  SwiGLU: {
    shapes: [
      [3, 8],
      [3, 8],
    ],
    apply: (gate, up) => swiglu(gate, up),
  },
  'SwiGLU of a size that no kernel takes': {
    shapes: [
      [3, 3],
      [3, 3],
    ],
    apply: (gate, up) => swiglu(gate, up),
  },
  'rows by index, some twice, some never': {
    shapes: [[6, 4]],
    apply: (table) => gatherRows(table, tf.tensor1d([5, 0, 0, 2, 5, 5], 'int32')),
  },
  'log-probabilities of chosen tokens': {
    shapes: [[4, 9]],
    apply: (logits) => chosenLogprobs(logits, tf.tensor1d([8, 0, 3, 3], 'int32')),
  },
  attention: attention(2, 2),
  'attention with grouped queries': attention(4, 2),
};

describe('the gradient of each operation', () => {
  before(openTestBackend);

  for (const [name, { shapes, apply }] of Object.entries(operations)) {
    it(`of ${name} is that of finite differences, in every input`, async () => {
      const inputs = shapes.map((shape, i) =>
        tf.randomNormal<tf.Rank.R2>([...shape], 0, 1, 'float32', 7 + i),
      );
      // Weights of both signs: no part of the gradient may cancel by symmetry.
      const weighed = (...xs: tf.Tensor2D[]): tf.Scalar =>
        tf.tidy(() => {
          const y = apply(...xs);
          const weights = tf.cos(tf.reshape(tf.range(0, y.size, 1, 'float32'), y.shape));
          return tf.sum(tf.mul(y, weights)) as tf.Scalar;
        });
      const gradients = tf.grads((...xs) => weighed(...(xs as tf.Tensor2D[])))(inputs);
      for (const [i, input] of inputs.entries()) {
        const found = await gradients[i]!.data();
        const values = Float64Array.from(await input.data());
        // Of float32 sums: a step as large as the curvature bears, and its error of second order taken out.
        const slope = async (place: number, step: number) => {
          const [up, down] = await Promise.all(
            [step, -step].map(async (by) => {
              const moved = Float32Array.from(values, (value, at) => (at === place ? value + by : value));
              const x = tf.tensor2d(moved, input.shape);
              const sum = weighed(...inputs.map((one, at) => (at === i ? x : one)));
              const value = (await sum.data())[0]!;
              tf.dispose([x, sum]);
              return value;
            }),
          );
          return (up! - down!) / (2 * step);
        };
        for (const place of values.keys()) {
          const expected = (4 * (await slope(place, 0.05)) - (await slope(place, 0.1))) / 3;
          assert.ok(
            Math.abs(found[place]! - expected) <= 2e-3 * Math.max(1, Math.abs(expected)),
            `input ${i}, place ${place}: ${found[place]} instead of ${expected}`,
          );
        }
      }
      tf.dispose([...inputs, ...gradients]);
    });
  }

  it('is tested for each operation that has one', () => {
    const folder = join(import.meta.dirname, '../../runtime/model/ops');
    const own = readFileSync(import.meta.filename, 'utf8');
    for (const file of readdirSync(folder)) {
      if (!/customGrad/.test(readFileSync(join(folder, file), 'utf8'))) continue;
      // Two ways of attention, chosen by the backend, stand behind one name.
      const room = /attention/.test(file) ? 'attention.ts' : file;
      assert.ok(own.includes(`runtime/model/ops/${room}'`), `${file} has a gradient and no test here`);
    }
  });
});
