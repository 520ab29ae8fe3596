import assert from 'node:assert/strict';
import fc from 'fast-check';
import { klEstimate, klTerms_BT, sequenceKl } from '../../runtime/stages/kl.ts';
import { clippedSide, crossEntropy, policyLoss, tokenWeight } from '../../runtime/stages/loss.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';

/** A small batch as plain numbers; rows may be shorter than the longest. */
interface Batch {
  logps: number[][];
  old: number[][];
  reference: number[][];
  advantages: number[];
}

const batch: Batch = {
  logps: [
    [-1.2, -0.3, -2.5],
    [-0.7, -1.9],
    [-0.2, -3.1, -0.9],
  ],
  old: [
    [-1.1, -0.9, -2.4],
    [-1.4, -1.2],
    [-0.25, -3.0, -0.4],
  ],
  reference: [
    [-1.5, -0.2, -2.0],
    [-0.6, -2.2],
    [-0.3, -3.0, -1.4],
  ],
  advantages: [0.8, -1.3, 0.4],
};
const clip = { low: 0.2, high: 0.4 };
const counts = { responses: 3, tokens: 8 };
const aggregations = ['token_mean', 'sequence_mean'] as const;
const estimators = ['k1', 'k2', 'k3'] as const;

/** The same loss once more, in float64 and with nothing but loops. */
function expectedLoss(
  of: Batch,
  aggregation: (typeof aggregations)[number],
  kl: { estimator: string; beta: number } | null,
) {
  const perSequence = of.logps.map((row, b) =>
    row.map((logp, t) => {
      const ratio = Math.exp(logp - of.old[b]![t]!);
      const A = of.advantages[b]!;
      const clipped = Math.max(1 - clip.low, Math.min(1 + clip.high, ratio));
      const D = logp - of.reference[b]![t]!;
      const term = { k1: D, k2: D ** 2 / 2, k3: Math.exp(-D) - 1 + D }[kl?.estimator ?? 'k1']!;
      return Math.min(ratio * A, clipped * A) - (kl?.beta ?? 0) * term;
    }),
  );
  if (aggregation === 'token_mean') {
    const all = perSequence.flat();
    return -all.reduce((sum, x) => sum + x, 0) / all.length;
  }
  const means = perSequence.map((row) => row.reduce((sum, x) => sum + x, 0) / row.length);
  return -means.reduce((sum, x) => sum + x, 0) / means.length;
}

function tensorLoss(
  logps_BT: tf.Tensor2D,
  aggregation: (typeof aggregations)[number],
  kl: { estimator: 'k1' | 'k2' | 'k3'; beta: number } | null,
) {
  return policyLoss({
    logps_BT,
    oldLogps_BT: padded(batch.old),
    advantages_B1: tf.tensor2d(batch.advantages, [3, 1]),
    weights_BT: padded(batch.logps.map((row) => row.map(() => tokenWeight(aggregation, row.length, counts)))),
    clip,
    kl: kl && { estimator: kl.estimator, coefficient: kl.beta, referenceLogps_BT: padded(batch.reference) },
  });
}

describe('loss', () => {
  before(openTestBackend);

  const cases = aggregations.flatMap((aggregation) => [
    { aggregation, kl: null },
    ...estimators.map((estimator) => ({ aggregation, kl: { estimator, beta: 0.3 } })),
  ]);
  for (const { aggregation, kl } of cases) {
    it(`equals float64 arithmetic, and its gradient finite differences: ${aggregation}, ${kl?.estimator ?? 'no KL'}`, async () => {
      const value = tf.tidy(() => tensorLoss(padded(batch.logps), aggregation, kl));
      assert.ok(Math.abs((await value.data())[0]! - expectedLoss(batch, aggregation, kl)) < 1e-6);
      value.dispose();

      const gradient = tf.tidy(() =>
        tf.grad((logps) => tensorLoss(logps as tf.Tensor2D, aggregation, kl))(padded(batch.logps)),
      );
      const got = await gradient.data();
      gradient.dispose();
      batch.logps.forEach((row, b) => {
        row.forEach((_, t) => {
          const moved = (by: number) => {
            const logps = batch.logps.map((r, i) => r.map((x, j) => (i === b && j === t ? x + by : x)));
            return expectedLoss({ ...batch, logps }, aggregation, kl);
          };
          const h = 1e-6;
          const expected = (moved(h) - moved(-h)) / (2 * h);
          assert.ok(
            Math.abs(got[b * 3 + t]! - expected) < 1e-5,
            `token ${b},${t}: ${got[b * 3 + t]} is not ${expected}`,
          );
        });
      });
      assert.equal(got[1 * 3 + 2], 0, 'padding has no gradient');
    });
  }

  it('adds up over micro-batches to the loss of the mini-batch', async () => {
    for (const aggregation of aggregations) {
      const parts = await Promise.all(
        [0, 1, 2].map(async (b) => {
          const one = tf.tidy(() =>
            policyLoss({
              logps_BT: padded([batch.logps[b]!]),
              oldLogps_BT: padded([batch.old[b]!]),
              advantages_B1: tf.tensor2d([[batch.advantages[b]!]]),
              weights_BT: padded([
                batch.logps[b]!.map(() => tokenWeight(aggregation, batch.logps[b]!.length, counts)),
              ]),
              clip,
              kl: null,
            }),
          );
          const value = (await one.data())[0]!;
          one.dispose();
          return value;
        }),
      );
      const sum = parts.reduce((total, part) => total + part, 0);
      assert.ok(Math.abs(sum - expectedLoss(batch, aggregation, null)) < 1e-6);
    }
  });

  it('stays finite where the policy has all but left the old one', async () => {
    const loss = tf.tidy(() =>
      policyLoss({
        logps_BT: padded([[-0.001, -200]]),
        oldLogps_BT: padded([[-150, -0.001]]),
        advantages_B1: tf.tensor2d([[-1]]),
        weights_BT: padded([[0.5, 0.5]]),
        clip,
        kl: { estimator: 'k3', coefficient: 1, referenceLogps_BT: padded([[-150, -0.001]]) },
      }),
    );
    assert.ok(Number.isFinite((await loss.data())[0]!));
    loss.dispose();
  });

  it('is NaN where a log probability is, on every backend: nothing may hide a broken policy', async () => {
    const loss = tf.tidy(() =>
      policyLoss({
        logps_BT: padded([[Number.NaN, -1]]),
        oldLogps_BT: padded([[-1, -1]]),
        advantages_B1: tf.tensor2d([[1]]),
        weights_BT: padded([[0.5, 0.5]]),
        clip,
        kl: null,
      }),
    );
    assert.ok(Number.isNaN((await loss.data())[0]));
    loss.dispose();
  });

  it('takes cross entropy as the weighted negative log likelihood', async () => {
    const weights = batch.logps.map((row) => row.map(() => 1 / 8));
    const loss = tf.tidy(() => crossEntropy(padded(batch.logps), padded(weights)));
    const expected = -batch.logps.flat().reduce((sum, x) => sum + x, 0) / 8;
    assert.ok(Math.abs((await loss.data())[0]! - expected) < 1e-6);
    loss.dispose();
  });

  it('says which side clipped a token', () => {
    assert.equal(clippedSide(1.5, 1, clip), 'high');
    assert.equal(clippedSide(1.5, -1, clip), null, 'a worse response made likelier is not held back');
    assert.equal(clippedSide(0.7, -1, clip), 'low');
    assert.equal(clippedSide(0.7, 1, clip), null);
    assert.equal(clippedSide(1.4, 1, clip), null);
  });
});

describe('kl', () => {
  before(openTestBackend);

  it('is the same for numbers and for tensors', async () => {
    for (const estimator of estimators) {
      const terms = tf.tidy(() => klTerms_BT(estimator, padded(batch.logps), padded(batch.reference)));
      const got = await terms.data();
      terms.dispose();
      batch.logps.forEach((row, b) => {
        row.forEach((logp, t) => {
          assert.ok(Math.abs(got[b * 3 + t]! - klEstimate(estimator, logp, batch.reference[b]![t]!)) < 1e-6);
        });
      });
    }
  });

  it('is 0 for equal policies, and k2 and k3 are never below it', () => {
    const logp = fc.double({ min: -30, max: 0, noNaN: true });
    fc.assert(
      fc.property(logp, logp, (a, b) => {
        for (const estimator of estimators) assert.equal(klEstimate(estimator, a, a), 0);
        assert.ok(klEstimate('k2', a, b) >= 0);
        assert.ok(klEstimate('k3', a, b) >= -1e-12);
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
      const mean = p.reduce((sum, x, i) => sum + x * klEstimate(estimator, Math.log(x), Math.log(q[i]!)), 0);
      assert.ok(Math.abs(mean - truth) < 1e-12, estimator);
    }
  });

  it('sums over a response for the reward', () => {
    const sum = sequenceKl('k1', Float32Array.of(-1, -2), Float32Array.of(-1.5, -1));
    assert.equal(sum, 0.5 - 1);
  });
});

/** Rows laid out as [B, 3] tensor, padded with 0. */
function padded(rows: readonly (readonly number[])[]): tf.Tensor2D {
  const T = Math.max(...rows.map((row) => row.length));
  return tf.tensor2d(rows.map((row) => [...row, ...new Array<number>(T - row.length).fill(0)]));
}
