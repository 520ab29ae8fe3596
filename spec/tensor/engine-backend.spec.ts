import assert from 'node:assert/strict';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend, testBackendName } from '../support/backend.ts';
import { distance, plainMatMul, spread } from '../support/plain-math.ts';

describe(`the backend that engine tests use (${testBackendName})`, () => {
  before(async function () {
    this.timeout(60_000);
    const backend = await openTestBackend();
    assert.equal(backend.name, testBackendName);
  });

  it('multiplies as plain arithmetic does', async () => {
    const shape = { batch: 3, m: 20, k: 30, n: 25, transposeA: false, transposeB: false };
    const [a, b] = [spread(3 * 20 * 30), spread(3 * 30 * 25, 2)];
    const product = tf.tidy(() => tf.matMul(tf.tensor3d(a, [3, 20, 30]), tf.tensor3d(b, [3, 30, 25])));
    assert.ok(distance(await product.data(), plainMatMul(a, b, shape)) < 1e-5);
    product.dispose();
  });

  // Every operation that the transformer and its loss are made of: its gradient against finite differences.
  const ids = [2, 0, 2];
  const cases: Record<string, (x_RC: tf.Tensor) => tf.Tensor> = {
    add: (x) => tf.add(x, tf.slice(x, [0, 0], [1, 4])),
    mul: (x) => tf.mul(x, x),
    div: (x) => tf.div(x, tf.add(tf.square(x), 1)),
    exp: (x) => tf.exp(x),
    log: (x) => tf.log(tf.add(tf.square(x), 1)),
    rsqrt: (x) => tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), 0.1)),
    sigmoid: (x) => tf.sigmoid(x),
    softmax: (x) => tf.square(tf.softmax(x)),
    logSoftmax: (x) => tf.square(tf.logSoftmax(x)),
    'max and min': (x) => tf.minimum(tf.maximum(tf.square(x), tf.add(x, 0.3)), 1),
    clip: (x) => tf.square(tf.clipByValue(x, -0.35, 0.35)),
    transpose: (x) => tf.square(tf.matMul(tf.transpose(x), x)),
    'matMul with flags': (x) => tf.square(tf.matMul(x, x, false, true)),
    'concat and slice': (x) =>
      tf.square(tf.concat([tf.slice(x, [0, 2], [3, 2]), tf.slice(x, [0, 0], [3, 2])], 1)),
    split: (x) => tf.mul(...(tf.split(x, 2, 1) as [tf.Tensor, tf.Tensor])),
    gather: (x) => tf.square(tf.gather(x, tf.tensor1d(ids, 'int32'))),
    // tfjs has no gradient for comparisons, so the condition may not depend on what is differentiated.
    where: (x) => tf.where(tf.tensor2d([[1], [0], [1]], [3, 1], 'bool'), tf.square(x), x),
    reshape: (x) => tf.square(tf.sum(tf.reshape(x, [2, 6]), 0)),
  };

  for (const [name, f] of Object.entries(cases)) {
    it(`has a gradient for ${name}`, async () => {
      const x = Array.from(spread(12, 5), (value) => value * 0.9);
      const gradient = tf.tidy(() => tf.grad((t: tf.Tensor) => tf.sum(f(t)))(tf.tensor2d(x, [3, 4])));
      const found = await gradient.data();
      gradient.dispose();
      const step = 1e-2;
      const value = async (index: number, shift: number): Promise<number> => {
        const moved = x.map((entry, i) => (i === index ? entry + shift : entry));
        const sum = tf.tidy(() => tf.sum(f(tf.tensor2d(moved, [3, 4]))));
        const [result] = await sum.data();
        sum.dispose();
        return result as number;
      };
      const expected: number[] = [];
      for (let i = 0; i < x.length; i++) {
        expected.push(((await value(i, step)) - (await value(i, -step))) / (2 * step));
      }
      assert.ok(distance(found, expected) < 5e-3, `${[...found]}\n${expected}`);
      assert.ok(expected.some((entry) => Math.abs(entry) > 0.05));
    });
  }
});
