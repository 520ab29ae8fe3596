import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openBackend } from '../../runtime/tensor/backend.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { distance, plainMatMul, spread } from '../support/plain-math.ts';

describe('the kernels added to the wasm backend', () => {
  before(() => openBackend('wasm'));

  it('multiply batches and transposed operands as plain loops do', () => {
    const size = fc.integer({ min: 1, max: 24 });
    const shapes = fc.record({
      batch: fc.integer({ min: 1, max: 5 }),
      m: size,
      k: size,
      n: size,
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
      oneA: fc.boolean(),
      oneB: fc.boolean(),
    });
    fc.assert(
      fc.property(shapes, (shape) => {
        const { m, k, n, transposeA, transposeB } = shape;
        const [batchA, batchB] = [shape.oneA ? 1 : shape.batch, shape.oneB ? 1 : shape.batch];
        const batch = Math.max(batchA, batchB);
        const [a, b] = [spread(batchA * m * k), spread(batchB * k * n, 3)];
        const product = tf.tidy(() =>
          tf.matMul(
            tf.tensor3d(a, transposeA ? [batchA, k, m] : [batchA, m, k]),
            tf.tensor3d(b, transposeB ? [batchB, n, k] : [batchB, k, n]),
            transposeA,
            transposeB,
          ),
        );
        assert.deepEqual(product.shape, [batch, m, n]);
        assert.ok(distance(product.dataSync(), plainMatMul(a, b, { ...shape, batch })) < 1e-5);
        product.dispose();
      }),
      { numRuns: 150 },
    );
  });

  it('multiply a large batch, where the products go matrix by matrix', () => {
    const shape = { batch: 24, m: 31, k: 40, n: 29, transposeA: true, transposeB: true };
    const [a, b] = [spread(24 * 31 * 40), spread(24 * 40 * 29, 4)];
    const product = tf.tidy(() =>
      tf.matMul(tf.tensor4d(a, [4, 6, 40, 31]), tf.tensor4d(b, [4, 6, 29, 40]), true, true),
    );
    assert.deepEqual(product.shape, [4, 6, 31, 29]);
    assert.ok(distance(product.dataSync(), plainMatMul(a, b, shape)) < 1e-5);
    product.dispose();
  });

  it('give products their gradients', () => {
    const [a, b] = [spread(6 * 20 * 21), spread(6 * 21 * 22, 5)];
    const [da, db] = tf.tidy(() =>
      tf.grads((x, y) => tf.sum(tf.matMul(x, y)))([tf.tensor3d(a, [6, 20, 21]), tf.tensor3d(b, [6, 21, 22])]),
    ) as [tf.Tensor, tf.Tensor];
    const ones = new Float32Array(6 * 20 * 22).fill(1);
    const base = { batch: 6, transposeA: false, transposeB: false };
    assert.ok(
      distance(da.dataSync(), plainMatMul(ones, b, { ...base, m: 20, k: 22, n: 21, transposeB: true })) <
        1e-4,
    );
    assert.ok(
      distance(db.dataSync(), plainMatMul(a, ones, { ...base, m: 21, k: 20, n: 22, transposeA: true })) <
        1e-4,
    );
    tf.dispose([da, db]);
  });

  it('gather along any axis', () => {
    const x = spread(3 * 4 * 5);
    const ids = [2, 0, 2];
    for (const axis of [0, 1, 2]) {
      const shape = [3, 4, 5];
      const out = tf.tidy(() => tf.gather(tf.tensor3d(x, [3, 4, 5]), tf.tensor1d(ids, 'int32'), axis));
      shape[axis] = ids.length;
      assert.deepEqual(out.shape, shape);
      const values = out.dataSync();
      let position = 0;
      for (let i = 0; i < shape[0]!; i++) {
        for (let j = 0; j < shape[1]!; j++) {
          for (let l = 0; l < shape[2]!; l++) {
            const from = [i, j, l];
            from[axis] = ids[from[axis]!]!;
            assert.equal(values[position++], x[(from[0]! * 4 + from[1]!) * 5 + from[2]!]);
          }
        }
      }
      out.dispose();
    }
  });

  it('gather with a batch of indices', () => {
    const out = tf.tidy(() =>
      tf.gather(tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), tf.tensor2d([2, 0, 1, 1], [2, 2], 'int32'), 1, 1),
    );
    assert.deepEqual([...out.dataSync()], [3, 1, 5, 5]);
    out.dispose();
  });

  it('refuse to gather what is not there', () => {
    const before = tf.memory().numDataBuffers;
    for (const id of [-1, 3]) {
      assert.throws(
        () => tf.tidy(() => tf.gather(tf.tensor1d([1, 2, 3]), tf.tensor1d([id], 'int32'))),
        /gather: index -?\d is not in \[0, 2\]/,
      );
    }
    assert.equal(tf.memory().numDataBuffers, before);
  });

  it('give gather its gradient: the sum over the places that a row was taken to', () => {
    const gradient = tf.tidy(() => {
      const weights = tf.tensor2d([1, 2, 3, 4], [4, 1]);
      return tf.grad((x) =>
        tf.sum(tf.mul(tf.gather(x, tf.tensor2d([[3, 1, 3]], [1, 3], 'int32')), weights.size)),
      )(tf.zeros([5, 2]));
    });
    assert.deepEqual([...gradient.dataSync()], [0, 0, 4, 4, 0, 0, 8, 8, 0, 0]);
    gradient.dispose();
  });

  it('tile as plain loops do', () => {
    const axis = fc.record({ size: fc.integer({ min: 1, max: 4 }), reps: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(
        fc.array(axis, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('float32', 'int32'),
        (axes, dtype) => {
          const shape = axes.map(({ size }) => size);
          const count = shape.reduce((product, size) => product * size, 1);
          const x = Array.from({ length: count }, (_, i) => i);
          const reps = axes.map((one) => one.reps);
          const out = tf.tidy(() => tf.tile(tf.tensor(x, shape, dtype as 'float32'), reps));
          const outShape = axes.map((one) => one.size * one.reps);
          assert.deepEqual(out.shape, outShape);
          const expected = Array.from({ length: out.size }, (_, flat) => {
            let [rest, source, stride] = [flat, 0, 1];
            for (let a = axes.length - 1; a >= 0; a--) {
              source += ((rest % outShape[a]!) % shape[a]!) * stride;
              rest = Math.floor(rest / outShape[a]!);
              stride *= shape[a]!;
            }
            return source;
          });
          assert.deepEqual([...out.dataSync()], expected);
          out.dispose();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('leave no tensor behind, nor memory of the heap', () => {
    const [a, b] = [tf.randomNormal([40, 32, 30]), tf.randomNormal([40, 32, 30])];
    const work = (): void =>
      tf.tidy(() => {
        const scores = tf.matMul(a, b, false, true);
        tf.matMul(scores, b, true, false);
        tf.where(tf.greater(tf.slice(scores, [0, 0, 0], [1, 32, 32]), 0), scores, -1);
        tf.gather(a, tf.tensor1d([3, 3, 1], 'int32'));
      });
    for (let i = 0; i < 3; i++) work();
    const backend = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
    const before = { ...tf.memory(), heap: backend.wasm.HEAPU8.length };
    for (let i = 0; i < 200; i++) work();
    const after = { ...tf.memory(), heap: backend.wasm.HEAPU8.length };
    assert.deepEqual(after, before);
    tf.dispose([a, b]);
  });
});
