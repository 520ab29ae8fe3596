import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenWeight } from '../../runtime/stages/aggregation.ts';
import { crossEntropy, policyLoss } from '../../runtime/stages/loss.ts';
import { boundBy, type Clip } from '../../runtime/stages/surrogate.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { plainLoss, type PlainBatch, type PlainChoice } from './plain-losses.ts';

const token = fc.record({
  logp: fc.double({ min: -4, max: -0.01, noNaN: true }),
  /** How far the old and the reference policy lie from it. */
  old: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
  reference: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  entropy: fc.double({ min: 0, max: 3, noNaN: true }),
  correction: fc.constantFrom(0, 0.5, 1, 1.7),
});
const batches = fc
  .array(
    fc.record({
      tokens: fc.array(token, { minLength: 1, maxLength: 5 }),
      advantage: fc.oneof(fc.constant(0), fc.double({ min: -2, max: 2, noNaN: true })),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows): PlainBatch => {
    const of = (value: (one: (typeof rows)[0]['tokens'][0]) => number) =>
      rows.map(({ tokens }) => tokens.map(value));
    return {
      logps: of(({ logp }) => logp),
      old: of(({ logp, old }) => logp - old),
      reference: of(({ logp, reference }) => logp - reference),
      entropies: of(({ entropy }) => entropy),
      corrections: of(({ correction }) => correction),
      advantages: rows.map(({ advantage }) => advantage),
    };
  });
const choices: fc.Arbitrary<PlainChoice> = fc.record({
  aggregation: fc.constantFrom('token_mean', 'sequence_mean', 'constant'),
  divisor: fc.integer({ min: 1, max: 40 }),
  surrogate: fc.constantFrom('clipped', 'cispo', 'plain'),
  ratio: fc.constantFrom('token', 'sequence'),
  clip: fc.record({
    low: fc.constantFrom(0.2, 0.05, 1),
    high: fc.constantFrom(0.2, 0.4, 4),
    dual: fc.constantFrom(null, 1.5, 3),
  }),
  corrected: fc.boolean(),
  kl: fc.option(
    fc.record({
      estimator: fc.constantFrom('k1', 'abs', 'k2', 'k3'),
      beta: fc.constantFrom(0.01, 0.3, 1),
      clampInput: fc.constantFrom(null, 1),
      clampResult: fc.constantFrom(null, 0.5),
    }),
  ),
  entropy: fc.constantFrom(0, 0.02),
});

function tensorLoss(batch: PlainBatch, choice: PlainChoice, logps_BT = padded(batch.logps)): tf.Scalar {
  const lengths = batch.logps.map((row) => row.length);
  const counts = {
    responses: lengths.length,
    tokens: lengths.reduce((a, b) => a + b, 0),
    divisor: choice.divisor,
  };
  const each = (value: (length: number) => number) =>
    padded(lengths.map((length) => new Array<number>(length).fill(value(length))));
  const { kl, entropy } = choice;
  return policyLoss({
    logps_BT,
    oldLogps_BT: padded(batch.old),
    advantages_BT: tf.tensor2d(batch.advantages, [lengths.length, 1]),
    weights_BT: each((length) => tokenWeight(choice.aggregation, length, counts)),
    ratio:
      choice.ratio === 'token'
        ? { of: 'token' }
        : { of: 'sequence', shares_BT: each((length) => 1 / length) },
    surrogate: choice.surrogate,
    clip: choice.clip,
    corrections_BT: choice.corrected ? padded(batch.corrections) : null,
    kl: kl && {
      estimate: { estimator: kl.estimator, clampInput: kl.clampInput, clampResult: kl.clampResult },
      coefficient: kl.beta,
      referenceLogps_BT: padded(batch.reference),
    },
    entropy: entropy === 0 ? null : { coefficient: entropy, entropies_BT: padded(batch.entropies) },
  });
}

describe('loss', () => {
  before(openTestBackend);

  it('equals float64 arithmetic, whatever it is composed of', () => {
    fc.assert(
      fc.property(batches, choices, (batch, choice) => {
        const expected = plainLoss(batch, choice);
        const got = scalar(() => tensorLoss(batch, choice));
        assert.ok(
          Math.abs(got - expected) < 2e-5 * Math.max(1, Math.abs(expected)),
          `${got} is not ${expected}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has the gradient that central differences of float64 give it, away from the corners', () => {
    fc.assert(
      fc.property(batches, choices, (batch, choice) => {
        const got = rows(
          () => tf.grad((logps) => tensorLoss(batch, choice, logps as tf.Tensor2D))(padded(batch.logps)),
          batch.logps,
        );
        batch.logps.forEach((row, b) => {
          row.forEach((_, t) => {
            const moved = (by: number) =>
              batch.logps.map((r, i) => r.map((x, j) => (i === b && j === t ? x + by : x)));
            const at = (by: number) => plainLoss({ ...batch, logps: moved(by) }, choice, batch.logps);
            const slope = (from: number, to: number) => (at(to) - at(from)) / (to - from);
            const [near, far] = [slope(-1e-6, 1e-6), slope(-1e-4, 1e-4)];
            // Where a bound is met within the step, or at its middle, the loss has a corner and no derivative.
            const sides = slope(0, 1e-6) - slope(-1e-6, 0);
            if (Math.abs(near - far) > 1e-4 || Math.abs(sides) > 1e-4) return;
            assert.ok(Math.abs(got[b]![t]! - near) < 1e-4, `token ${b},${t}: ${got[b]![t]} is not ${near}`);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('adds up over micro-batches to the loss of the mini-batch', () => {
    fc.assert(
      fc.property(batches, choices, (batch, choice) => {
        const lengths = batch.logps.map((row) => row.length);
        const counts = {
          responses: lengths.length,
          tokens: lengths.reduce((a, b) => a + b, 0),
          divisor: choice.divisor,
        };
        const own = (of: number[][], b: number) => [of[b]!];
        const parts = lengths.map((length, b) => {
          const part = Object.fromEntries(
            Object.entries(batch).map(([key, value]) => [key, own(value as number[][], b)]),
          ) as unknown as PlainBatch;
          // By itself it would count all of its own mean: its share is what the counts of all make of it.
          const alone = { responses: 1, tokens: length, divisor: choice.divisor };
          const share =
            tokenWeight(choice.aggregation, length, counts) / tokenWeight(choice.aggregation, length, alone);
          return share * scalar(() => tensorLoss({ ...part, advantages: [batch.advantages[b]!] }, choice));
        });
        const sum = parts.reduce((total, part) => total + part, 0);
        const whole = scalar(() => tensorLoss(batch, choice));
        assert.ok(Math.abs(sum - whole) < 2e-5 * Math.max(1, Math.abs(whole)));
      }),
      { numRuns: 60 },
    );
  });

  const base: PlainChoice = {
    aggregation: 'token_mean',
    divisor: 8,
    surrogate: 'clipped',
    ratio: 'token',
    clip: { low: 0.2, high: 0.4, dual: null },
    corrected: false,
    kl: null,
    entropy: 0,
  };
  const one = (logps: number[], old: number[], advantage: number): PlainBatch => ({
    logps: [logps],
    old: [old],
    reference: [old],
    entropies: [logps.map(() => 0)],
    corrections: [logps.map(() => 1)],
    advantages: [advantage],
  });

  it('stays finite where the policy has all but left the old one, by tokens and by the sequence', () => {
    for (const ratio of ['token', 'sequence'] as const) {
      for (const surrogate of ['clipped', 'cispo', 'plain'] as const) {
        const kl = { estimator: 'k3', beta: 1, clampInput: null, clampResult: null } as const;
        const batch = one([-0.001, -200], [-150, -0.001], -1);
        assert.ok(Number.isFinite(scalar(() => tensorLoss(batch, { ...base, ratio, surrogate, kl }))));
      }
    }
  });

  it('is NaN where a log probability is, on every backend: nothing may hide a broken policy', () => {
    for (const ratio of ['token', 'sequence'] as const) {
      for (const surrogate of ['clipped', 'cispo', 'plain'] as const) {
        const batch = one([Number.NaN, -1], [-1, -1], 1);
        assert.ok(Number.isNaN(scalar(() => tensorLoss(batch, { ...base, ratio, surrogate }))));
      }
    }
  });

  it('loses no gradient under cispo, where clipping loses that of every token it holds', () => {
    const batch = one([-0.5], [-2], 1);
    const gradient = (surrogate: 'clipped' | 'cispo') =>
      rows(
        () =>
          tf.grad((x) => tensorLoss(batch, { ...base, surrogate }, x as tf.Tensor2D))(padded(batch.logps)),
        batch.logps,
      )[0]![0]!;
    assert.ok(gradient('clipped') === 0);
    assert.ok(Math.abs(gradient('cispo') + 1.4) < 1e-6);
  });

  it('weighs a response by its length, by none of it, or by a constant', () => {
    const counts = { responses: 2, tokens: 6, divisor: 8 };
    assert.deepEqual(
      (['token_mean', 'sequence_mean', 'constant'] as const).map((one) => [
        tokenWeight(one, 2, counts),
        tokenWeight(one, 4, counts),
      ]),
      [
        [1 / 6, 1 / 6],
        [1 / 4, 1 / 8],
        [1 / 16, 1 / 16],
      ],
    );
  });

  it('takes cross entropy as the weighted negative log likelihood', () => {
    const logps = [[-1.2, -0.3, -2.5], [-0.7, -1.9], [-0.2]];
    const weights = logps.map((row) => row.map(() => 1 / 6));
    const expected = -logps.flat().reduce((sum, x) => sum + x, 0) / 6;
    assert.ok(Math.abs(scalar(() => crossEntropy(padded(logps), padded(weights))) - expected) < 1e-6);
  });

  it('says what bounded a token', () => {
    const clip: Clip = { low: 0.2, high: 0.4, dual: 3 };
    assert.equal(boundBy('clipped', 1.5, 1, clip), 'high');
    assert.equal(boundBy('clipped', 1.5, -1, clip), null, 'a worse response made likelier is not held back');
    assert.equal(boundBy('clipped', 3.5, -1, clip), 'dual', 'but not without end');
    assert.equal(boundBy('clipped', 3.5, -1, { ...clip, dual: null }), null);
    assert.equal(boundBy('clipped', 0.7, -1, clip), 'low');
    assert.equal(boundBy('clipped', 0.7, 1, clip), null);
    assert.equal(boundBy('clipped', 1.4, 1, clip), null);
    assert.equal(boundBy('cispo', 1.5, -1, clip), 'high', 'both sides, whatever the advantage');
    assert.equal(boundBy('cispo', 0.7, 1, clip), 'low');
    assert.equal(boundBy('plain', 9, 1, clip), null);
  });
});

function scalar(make: () => tf.Scalar): number {
  return tf.tidy(() => make().dataSync()[0]!);
}

/** The values of a [B, T] tensor at the tokens of rows; it must be 0 at padding. */
function rows(make: () => tf.Tensor, like: readonly (readonly number[])[]): number[][] {
  const values = tf.tidy(() => make().arraySync() as number[][]);
  values.forEach((row, b) =>
    row.slice(like[b]!.length).forEach((x) => assert.ok(x === 0, 'padding has no gradient')),
  );
  return values;
}

/** Rows laid out as [B, T] tensor, padded with 0. */
function padded(of: readonly (readonly number[])[]): tf.Tensor2D {
  const T = Math.max(...of.map((row) => row.length));
  return tf.tensor2d(of.map((row) => [...row, ...new Array<number>(T - row.length).fill(0)]));
}
