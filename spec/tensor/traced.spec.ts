import assert from 'node:assert/strict';
import { tf } from '../../runtime/tensor/tf.ts';
import { disposeTraces, traced, tracedWithGradient } from '../../runtime/tensor/traced.ts';
import { openTestBackend, testBackendName } from '../support/backend.ts';

/** Tensors that TensorFlow.js knows of; those that TensorFlow holds besides would show as handles. */
function live(): number {
  const backend = tf.backend() as unknown as { getNumOfTFTensors?: () => number };
  return tf.memory().numTensors + (backend.getNumOfTFTensors?.() ?? 0);
}

const mixed = (x: tf.Tensor2D, w: tf.Tensor2D): tf.Tensor2D =>
  tf.softmax(tf.mul(tf.matMul(tf.sigmoid(tf.matMul(x, w)), w, false, true), 1.5));

describe('traced computations', () => {
  before(openTestBackend);
  afterEach(disposeTraces);

  const tensors = (rows: number, seed: number) => {
    const x = tf.randomNormal([rows, 6], 0, 1, 'float32', seed) as tf.Tensor2D;
    const w = tf.randomNormal([6, 6], 0, 1, 'float32', seed + 1) as tf.Tensor2D;
    // TensorFlow is handed a tensor when it is first used.
    tf.dispose(tf.matMul(x, w));
    return { x, w };
  };

  it('give what they give without tracing, for each shape and for other values', async () => {
    for (const [rows, seed] of [
      [3, 1],
      [3, 2],
      [5, 3],
      [3, 4],
    ] as const) {
      const { x, w } = tensors(rows, seed);
      const [found] = traced('mixed', [x, w], () => [mixed(x, w)]) as [tf.Tensor2D];
      const expected = mixed(x, w);
      near(await found.data(), await expected.data(), 1e-6);
      tf.dispose([x, w, found, expected]);
    }
  });

  it('give the same bits the first time as later, and after others were traced', async () => {
    const { x, w } = tensors(4, 5);
    const run = async () => {
      const [y] = traced('mixed', [x, w], () => [mixed(x, w)]) as [tf.Tensor2D];
      const data = await y.data();
      y.dispose();
      return data;
    };
    const first = await run();
    const other = traced('mixed twice', [x, w], () => [mixed(mixed(x, w), w), mixed(x, w)]);
    assert.deepEqual(await run(), first);
    disposeTraces();
    assert.deepEqual(await run(), first);
    tf.dispose([x, w, ...other]);
  });

  it('have the gradients of what they compute', async () => {
    const { x, w } = tensors(4, 6);
    const shift = tf.randomNormal([4, 6], 0, 1, 'float32', 9) as tf.Tensor2D;
    const plain = () => tf.mul(mixed(x, w), shift);
    const both = [
      () => tf.sum(tf.square(plain())) as tf.Scalar,
      () => {
        // Through an operation before and one after, as layers stand in a model.
        const y = tracedWithGradient('shifted', { inputs: [x, w], constants: [shift] }, plain);
        return tf.sum(tf.square(y)) as tf.Scalar;
      },
    ].map((loss) => tf.tidy(() => tf.valueAndGrads(loss)([x, w])));
    const [expected, found] = both as [(typeof both)[0], (typeof both)[0]];
    near(await found.value.data(), await expected.value.data(), 1e-6);
    for (const i of [0, 1]) {
      near(await found.grads[i]!.data(), await expected.grads[i]!.data(), 1e-5);
    }
    tf.dispose([x, w, shift, ...both.flatMap(({ value, grads }) => [value, ...grads])]);
  });

  it('take one tensor in two places, and then two', async () => {
    const { x } = tensors(6, 7);
    const other = tf.ones([6, 6]) as tf.Tensor2D;
    for (const second of [x, other]) {
      const [y] = traced('product', [x, second], () => [tf.matMul(x, second)]) as [tf.Tensor2D];
      const expected = tf.matMul(x, second);
      near(await y.data(), await expected.data(), 1e-6);
      tf.dispose([y, expected]);
    }
    tf.dispose([x, other]);
  });

  it('leave nothing behind but their results', () => {
    const { x, w } = tensors(4, 8);
    const round = () =>
      tf.tidy(() => {
        traced('mixed', [x, w], () => [mixed(x, w)]);
        tf.valueAndGrads(() =>
          tf.sum(tracedWithGradient('mixed', { inputs: [x, w], constants: [] }, () => mixed(x, w))),
        )([x, w]);
      });
    const before = live();
    for (let i = 0; i < 3; i++) round();
    assert.equal(live(), before);
    tf.dispose([x, w]);
  });

  describe('on TensorFlow', () => {
    before(function () {
      if (testBackendName !== 'native' && testBackendName !== 'cuda') this.skip();
    });

    it('refuse a tensor that is not declared', () => {
      const { x, w } = tensors(4, 10);
      assert.throws(
        () => traced('undeclared', [x], () => [tf.matMul(x, w)]),
        /made before the recording and is not declared as an input/,
      );
      const fresh = tf.tensor2d([1, 2, 3, 4], [2, 2]);
      assert.throws(
        () => traced('undeclared', [x], () => [tf.square(fresh)]),
        /made before the recording and is not declared as an input/,
      );
      tf.dispose([x, w, fresh]);
    });

    it('refuse data that the graph would keep', () => {
      const x = tf.ones([400]);
      const data = Float32Array.from({ length: 400 }, (_, i) => i);
      assert.throws(
        () => traced('data', [x], () => [tf.add(x, tf.tensor1d(data))]),
        /a constant of shape \[400\]: data that may differ from call to call must be an input/,
      );
      assert.doesNotThrow(() => tf.dispose(traced('uniform', [x], () => [tf.add(x, tf.zeros([400]))])));
      x.dispose();
    });

    it('leave nothing behind when the computation fails, and go on', () => {
      const { x, w } = tensors(4, 11);
      const before = live();
      assert.throws(() =>
        traced('failing', [x, w], () => {
          tf.matMul(x, w);
          throw new Error('no');
        }),
      );
      assert.equal(live(), before);
      tf.dispose(traced('mixed', [x, w], () => [mixed(x, w)]));
      tf.dispose([x, w]);
    });
  });
});

function near(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(found.length, expected.length);
  Array.from(expected).forEach((value, i) => {
    assert.ok(
      Math.abs((found[i] as number) - value) <= tolerance * Math.max(1, Math.abs(value)),
      `${i}: ${found[i]} instead of ${value}`,
    );
  });
}
