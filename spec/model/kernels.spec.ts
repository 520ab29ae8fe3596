import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Segment } from '../../runtime/model/batch.ts';
import { hasKernels } from '../../runtime/tensor/kernels/own-operation.ts';
import type { AttentionLayout } from '../../runtime/model/ops/attention-layout.ts';
import { fusedAttention } from '../../runtime/model/ops/fused-attention.ts';
import { paddedAttention } from '../../runtime/model/ops/padded-attention.ts';
import { rmsNorm } from '../../runtime/model/ops/rms-norm.ts';
import { rotaryAngles, rotate } from '../../runtime/model/ops/rotary.ts';
import { swiglu } from '../../runtime/model/ops/swiglu.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';

/** Prompts, some of them shared by responses that follow. */
const layouts = fc
  .record({
    groups: fc.array(
      fc.record({
        prompt: fc.integer({ min: 1, max: 60 }),
        responses: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    keyValueHeads: fc.integer({ min: 1, max: 2 }),
    perGroup: fc.integer({ min: 1, max: 3 }),
    headWidth: fc.constantFrom(16, 32, 64),
  })
  .map(({ groups, keyValueHeads, perGroup, headWidth }): AttentionLayout => {
    const segments: Segment[] = [];
    let rows = 0;
    const push = (length: number, prefixStart: number, prefixLength: number) => {
      segments.push({ start: rows, length, prefixStart, prefixLength });
      rows += length;
    };
    groups.forEach(({ prompt }) => push(prompt, 0, 0));
    const roots = [...segments];
    groups.forEach(({ responses }, g) =>
      responses.forEach((length) => push(length, roots[g]!.start, roots[g]!.length)),
    );
    return { rows: rows + 1, segments, heads: keyValueHeads * perGroup, keyValueHeads, headWidth };
  });

describe('kernels of our own', () => {
  before(openTestBackend);

  it('attend as plain operations do, and have their gradients', function () {
    if (!hasKernels(16)) this.skip();
    fc.assert(
      fc.property(layouts, (layout) => {
        tf.tidy(() => {
          const { rows, heads, keyValueHeads, headWidth, segments } = layout;
          const random = (channels: number, seed: number) =>
            tf.randomNormal([rows, channels], 0, 1.5, 'float32', seed) as tf.Tensor2D;
          const inputs = [heads, keyValueHeads, keyValueHeads].map((count, i) =>
            random(count * headWidth, i + 1),
          );
          const own = tf.tensor2d(Array.from({ length: rows }, (_, n) => [n < rows - 1 ? 1 : 0]));
          const dy = tf.mul(random(heads * headWidth, 7), own);
          const parts = [
            segments.filter((s) => s.prefixLength === 0),
            segments.filter((s) => s.prefixLength > 0),
          ]
            .filter((some) => some.length > 0)
            .map((some) => ({
              segments: some,
              S: some.length + 1,
              Tq: Math.max(...some.map((s) => s.length)),
              Tk: Math.max(...some.map((s) => s.length + s.prefixLength)),
            }));
          const [found, expected] = [fusedAttention(layout), paddedAttention(layout, parts)].map(
            ({ attend }) => {
              const { value, grads } = tf.valueAndGrads((q, k, v) =>
                tf.mul(attend(q as tf.Tensor2D, k as tf.Tensor2D, v as tf.Tensor2D), own),
              )(inputs, dy);
              return [value, ...grads];
            },
          ) as [tf.Tensor[], tf.Tensor[]];
          found.forEach((tensor, i) => near(tensor, expected[i]!));
        });
      }),
      { numRuns: 15 },
    );
  });

  it('attend from rows of no segment to nothing, whatever the memory held before', function () {
    if (!hasKernels(16)) this.skip();
    tf.tidy(() => {
      const segments = [{ start: 0, length: 33, prefixStart: 0, prefixLength: 0 }];
      const layout = { rows: 34, segments, heads: 1, keyValueHeads: 1, headWidth: 16 };
      const ones = tf.ones([34, 16]) as tf.Tensor2D;
      for (let round = 0; round < 3; round++) {
        const dirty = Array.from({ length: 8 }, () => tf.fill([34, 16], Number.NaN));
        tf.dispose(dirty);
        const attended = fusedAttention(layout).attend(ones, ones, ones);
        assert.deepEqual([...attended.dataSync().slice(33 * 16)], Array<number>(16).fill(0));
      }
    });
  });

  it('norm, turn and gate by their formulas, and have their gradients', function () {
    if (!hasKernels(16)) this.skip();
    tf.tidy(() => {
      const rows = 37;
      const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);
      const [x, y, gain] = [random([rows, 96], 1), random([rows, 96], 2), random([96], 3)];
      const positions = Int32Array.from({ length: rows }, (_, n) => 3 * n);
      const frequencies = Float64Array.from({ length: 16 }, (_, i) => 100 ** (-i / 16));
      const angles = rotaryAngles(frequencies, positions);
      const angle = tf.mul(
        tf.tensor(positions, [rows, 1, 1], 'float32'),
        tf.tensor([...frequencies], [1, 1, 16], 'float32'),
      );
      const pairs: [
        tf.Tensor[],
        (...given: tf.Tensor[]) => tf.Tensor,
        (...given: tf.Tensor[]) => tf.Tensor,
      ][] = [
        [
          [x, gain],
          (x, gain) => rmsNorm(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5),
          (x, gain) => tf.mul(tf.div(x, tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), 1e-5))), gain),
        ],
        [
          [x],
          (x) => rotate(x as tf.Tensor2D, angles),
          (x) => {
            const [a, b] = tf.split(tf.reshape(x, [rows, 3, 32]), 2, 2) as [tf.Tensor, tf.Tensor];
            const [c, s] = [tf.cos(angle), tf.sin(angle)];
            const turned = [tf.sub(tf.mul(a, c), tf.mul(b, s)), tf.add(tf.mul(b, c), tf.mul(a, s))];
            return tf.reshape(tf.concat(turned, 2), [rows, 96]);
          },
        ],
        [
          [x, y],
          (gate, up) => swiglu(gate as tf.Tensor2D, up as tf.Tensor2D),
          (gate, up) => tf.mul(tf.mul(gate, tf.sigmoid(gate)), up),
        ],
      ];
      const dy = random([rows, 96], 4);
      for (const [inputs, own, plain] of pairs) {
        const [found, expected] = [own, plain].map((of) => tf.valueAndGrads(of)(inputs, dy)) as [
          ReturnType<ReturnType<typeof tf.valueAndGrads>>,
          ReturnType<ReturnType<typeof tf.valueAndGrads>>,
        ];
        near(found.value, expected.value);
        found.grads.forEach((gradient, i) => near(gradient, expected.grads[i]!));
      }
    });
  });
});

/** Within 2e-5 of the greatest of them. */
function near(found: tf.Tensor, expected: tf.Tensor): void {
  assert.deepEqual(found.shape, expected.shape);
  const worst = tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]!;
  const greatest = tf.max(tf.abs(expected)).dataSync()[0]!;
  assert.ok(worst <= 2e-5 * Math.max(1, greatest), `${worst} apart, of ${greatest}`);
}
