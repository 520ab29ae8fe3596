import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';

describe('slices and copies', () => {
  before(openTestBackend);

  it('takes any box out of any tensor', () => {
    const axis = fc
      .integer({ min: 1, max: 4 })
      .chain((length) =>
        fc
          .record({ length: fc.constant(length), begin: fc.nat({ max: length - 1 }) })
          .chain((cut) => fc.integer({ min: 1, max: length - cut.begin }).map((size) => ({ ...cut, size }))),
      );
    const dtypes = fc.constantFrom('float32' as const, 'int32' as const);
    fc.assert(
      fc.property(fc.array(axis, { minLength: 1, maxLength: 5 }), dtypes, (axes, dtype) => {
        const shape = axes.map(({ length }) => length);
        const total = shape.reduce((product, length) => product * length, 1);
        const x = tf.tensor(
          Array.from({ length: total }, (_, i) => i),
          shape,
          dtype,
        );
        const size = axes.map((one) => one.size);
        const box = tf.slice(
          x,
          axes.map(({ begin }) => begin),
          size,
        );
        // The value of every element is its own flat index.
        let expected = [0];
        axes.forEach(({ length, begin, size }) => {
          expected = expected.flatMap((at) =>
            Array.from({ length: size }, (_, i) => at * length + begin + i),
          );
        });
        assert.deepEqual(box.shape, size);
        assert.deepEqual([...box.dataSync()], expected);
        tf.dispose([x, box]);
      }),
    );
  });

  it('refuses a box that sticks out', () => {
    assert.throws(() => tf.slice(tf.tensor1d([1, 2, 3]), [2], [2]));
  });

  it('keeps a copy when the original is disposed or a variable takes another value', () => {
    const original = tf.tensor1d([1, 2, 3]);
    const copy = tf.clone(original);
    const variable = tf.variable(original);
    original.dispose();
    const other = tf.tensor1d([4, 5, 6]);
    variable.assign(other);
    assert.deepEqual([...copy.dataSync()], [1, 2, 3]);
    assert.deepEqual([...variable.dataSync()], [4, 5, 6]);
    tf.dispose([copy, other, variable]);
  });
});
