import assert from 'node:assert/strict';
import fc from 'fast-check';
import { klEstimate, klTerms_BT, klCharges, type KlEstimate } from '../../runtime/stages/kl.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';

const estimators = ['k1', 'abs', 'k2', 'k3'] as const;
const plain = (estimator: KlEstimate['estimator']): KlEstimate => ({
  estimator,
  clampInput: null,
  clampResult: null,
});
const logp = fc.double({ min: -30, max: 0, noNaN: true });

describe('kl', () => {
  before(openTestBackend);

  it('is the same for numbers and for tensors', () => {
    const clamps = fc.constantFrom(null, 0.5, 5);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(logp, logp), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...estimators),
        clamps,
        clamps,
        (pairs, estimator, clampInput, clampResult) => {
          const estimate = { estimator, clampInput, clampResult };
          const got = tf.tidy(() =>
            klTerms_BT(
              estimate,
              tf.tensor2d([pairs.map(([p]) => p)]),
              tf.tensor2d([pairs.map(([, q]) => q)]),
            ).dataSync(),
          );
          pairs.forEach(([p, q], t) => {
            const expected = klEstimate(estimate, p, q);
            assert.ok(Math.abs(got[t]! - expected) <= 1e-4 * Math.max(1, Math.abs(expected)));
          });
        },
      ),
    );
  });

  it('is 0 for equal policies, and below it only by k1', () => {
    fc.assert(
      fc.property(logp, logp, (a, b) => {
        for (const estimator of estimators) assert.equal(klEstimate(plain(estimator), a, a), 0);
        assert.equal(klEstimate(plain('abs'), a, b), Math.abs(a - b));
        assert.ok(klEstimate(plain('k2'), a, b) >= 0);
        assert.ok(klEstimate(plain('k3'), a, b) >= -1e-12);
      }),
    );
  });

  it('estimates the true divergence without bias: k1 and k3', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.2, 0.2, 0.6],
    ];
    const truth = p.reduce((sum, x, i) => sum + x * Math.log(x / q[i]!), 0);
    for (const estimator of ['k1', 'k3'] as const) {
      const mean = p.reduce(
        (sum, x, i) => sum + x * klEstimate(plain(estimator), Math.log(x), Math.log(q[i]!)),
        0,
      );
      assert.ok(Math.abs(mean - truth) < 1e-12, estimator);
    }
  });

  it('is held within its bounds, before and after', () => {
    assert.equal(klEstimate({ estimator: 'k1', clampInput: 2, clampResult: null }, -1, -9), 2);
    assert.equal(klEstimate({ estimator: 'k1', clampInput: 2, clampResult: null }, -9, -1), -2);
    assert.equal(klEstimate({ estimator: 'k2', clampInput: null, clampResult: 10 }, -1, -9), 10);
    assert.equal(klEstimate({ estimator: 'k1', clampInput: null, clampResult: 3 }, -9, -1), -3);
    assert.ok(Number.isNaN(klEstimate({ estimator: 'k3', clampInput: 1, clampResult: 1 }, Number.NaN, -1)));
  });

  it('has no gradient where policies are equal, save that of k1, and none where a bound is reached', () => {
    const slope = (estimate: KlEstimate, d: number) =>
      tf.tidy(
        () =>
          tf
            .grad((x) => tf.sum(klTerms_BT(estimate, x as tf.Tensor2D, tf.tensor2d([[-1]]))))(
              tf.tensor2d([[-1 + d]]),
            )
            .dataSync()[0]!,
      );
    assert.deepEqual(
      estimators.map((estimator) => slope(plain(estimator), 0) + 0),
      [1, 0, 0, 0],
    );
    assert.deepEqual([slope(plain('abs'), 0.5), slope(plain('abs'), -0.5)], [1, -1]);
    assert.equal(slope({ estimator: 'k2', clampInput: 0.25, clampResult: null }, 0.5) + 0, 0);
    assert.equal(slope({ estimator: 'k2', clampInput: null, clampResult: 0.1 }, 0.5) + 0, 0);
  });

  it('is charged to the reward token by token', () => {
    const charges_T = klCharges(plain('k1'), 0.1, Float32Array.of(-1, -2), Float32Array.of(-1.5, -1));
    assert.deepEqual([...charges_T], [0.1 * 0.5, 0.1 * -1]);
  });
});
