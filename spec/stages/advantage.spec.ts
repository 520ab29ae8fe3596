import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gamma, lgamma } from 'mathjs';
import {
  ADVANTAGE_EPSILON,
  batchAdvantages,
  groupAdvantages,
  type AdvantageEstimator,
} from '../../runtime/stages/advantage.ts';
import { betaDensities, logGamma } from '../../runtime/stages/beta-norm.ts';
import { standardDeviation } from '../../runtime/stages/statistics.ts';

const rewards = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 32 });
const estimators = ['group_norm', 'group_mean', 'leave_one_out'] as const;

/** Advantages of a batch whose responses have one token each, or `lengths_GS`. */
function whitened(
  rewards_GS: readonly (readonly number[])[],
  estimator: AdvantageEstimator,
  whiten: 'trajectories' | 'tokens' = 'trajectories',
  lengths_GS?: readonly (readonly number[])[],
): number[][] {
  const groups_GS = rewards_GS.map((rewards_S, g) =>
    rewards_S.map((reward, s) => ({ reward, score: 0, length: lengths_GS?.[g]?.[s] ?? 1, charges_T: null })),
  );
  return batchAdvantages(groups_GS, { estimator, whiten }).map((of_S) =>
    of_S.map((of_T) => {
      assert.ok(
        of_T.every((one) => one === of_T[0]),
        'the same at every token',
      );
      return of_T[0]!;
    }),
  );
}

describe('advantage', () => {
  it('reads as the papers write it', () => {
    // mean 0.5, sample standard deviation sqrt(1/3)
    const std = Math.sqrt(1 / 3);
    const [right, wrong] = [0.5 / (std + ADVANTAGE_EPSILON), -0.5 / (std + ADVANTAGE_EPSILON)];
    assertClose(groupAdvantages([1, 0, 1, 0], 'group_norm'), [right, wrong, right, wrong]);
    assertClose(groupAdvantages([3, 1, 2], 'group_mean'), [1, -1, 0]);
    // 3 - (1 + 2) / 2, 1 - (3 + 2) / 2, 2 - (3 + 1) / 2
    assertClose(groupAdvantages([3, 1, 2], 'leave_one_out'), [1.5, -1.5, 0]);
  });

  it('sums to nothing over a group, and keeps the order of the rewards', () => {
    fc.assert(
      fc.property(rewards, fc.constantFrom(...estimators), (rewards_S, estimator) => {
        const advantages_S = groupAdvantages(rewards_S, estimator);
        const sum = advantages_S.reduce((total, advantage) => total + advantage, 0);
        const scale = Math.max(1, ...advantages_S.map(Math.abs));
        assert.ok(Math.abs(sum) < 1e-9 * scale * rewards_S.length, `sum ${sum}`);
        for (const [i, a] of rewards_S.entries()) {
          for (const [j, b] of rewards_S.entries()) {
            if (a > b) assert.ok(advantages_S[i]! >= advantages_S[j]!);
          }
        }
      }),
    );
  });

  it('whitens REINFORCE++ with a baseline over the batch, one response one vote', () => {
    // Centred: 0.5 -0.5, 1 -1; their mean is 0, their sample standard deviation sqrt(2.5 / 3).
    const std = Math.sqrt(2.5 / 3) + ADVANTAGE_EPSILON;
    const [first, second] = whitened(
      [
        [1, 0],
        [2, 0],
      ],
      'reinforce_baseline',
    );
    assertClose(first!, [0.5 / std, -0.5 / std]);
    assertClose(second!, [1 / std, -1 / std]);
    assert.deepEqual(
      whitened(
        [
          [1, 1],
          [3, 3],
        ],
        'reinforce_baseline',
      ),
      [
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(whitened([], 'reinforce_baseline'), []);
    assert.deepEqual(whitened([[1]], 'reinforce_baseline'), [[0]]);
  });

  it('has mean 0 and standard deviation 1 over a batch once whitened', () => {
    const batch = fc.array(
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 8 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(batch, (rewards_GS) => {
        const spread = standardDeviation(rewards_GS.flatMap((r_S) => groupAdvantages(r_S, 'group_mean')));
        fc.pre(spread > 1e-2);
        const all = whitened(rewards_GS, 'reinforce_baseline').flat();
        assert.ok(Math.abs(all.reduce((a, b) => a + b, 0) / all.length) < 1e-9);
        assert.ok(Math.abs(standardDeviation(all) - 1) < 1e-3);
      }),
    );
  });

  it('whitens by tokens as if each token were a response, and REINFORCE++ without a baseline', () => {
    const group = fc.array(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 1, max: 6 })),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('reinforce', 'reinforce_baseline'),
        fc.constantFrom('trajectories', 'tokens'),
        (groups, estimator, whiten) => {
          const rewards_GS = groups.map((one) => one.map(([reward]) => reward));
          const lengths_GS = groups.map((one) => one.map(([, length]) => length));
          const own = rewards_GS.map((rewards_S) => {
            const m = rewards_S.reduce((a, b) => a + b, 0) / rewards_S.length;
            return rewards_S.map((r) => (estimator === 'reinforce' ? r : r - m));
          });
          const all = own.flatMap((own_S, g) =>
            own_S.flatMap((r, s) => new Array<number>(whiten === 'tokens' ? lengths_GS[g]![s]! : 1).fill(r)),
          );
          const m = all.reduce((a, b) => a + b, 0) / all.length;
          const std = Math.sqrt(all.reduce((sum, r) => sum + (r - m) ** 2, 0) / (all.length - 1));
          fc.pre(std > 1e-3);
          const got = whitened(rewards_GS, estimator, whiten, lengths_GS);
          own.forEach((own_S, g) =>
            assertClose(
              got[g]!,
              own_S.map((r) => (r - m) / (std + ADVANTAGE_EPSILON)),
              1e-9,
            ),
          );
        },
      ),
    );
    assert.deepEqual(whitened([[2], [2], [2]], 'reinforce'), [[0], [0], [0]], 'also of groups of one');
    assert.deepEqual(whitened([[0.1, 0.1], [0.3]], 'reinforce_baseline', 'tokens'), [[0, 0], [0]]);
  });

  it('charges KL to what each token still earns, and to whole responses where they are compared', () => {
    const response = fc
      .array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 6 })
      .chain((charges) =>
        fc.record({ charges: fc.constant(charges), reward: fc.integer({ min: -2, max: 2 }) }),
      );
    const group = fc.array(response, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...estimators, 'reinforce', 'reinforce_baseline'),
        fc.constantFrom('trajectories', 'tokens'),
        (groups, estimator, whiten) => {
          const rewarded = groups.map((responses) =>
            responses.map(({ reward, charges }) => ({
              reward,
              score: 0,
              length: charges.length,
              charges_T: Float64Array.from(charges),
            })),
          );
          const got = batchAdvantages(rewarded, { estimator, whiten });
          if (estimator !== 'reinforce' && estimator !== 'reinforce_baseline') {
            const wanted = groups.map((responses) =>
              groupAdvantages(
                responses.map(({ reward, charges }) => reward - charges.reduce((a, b) => a + b, 0)),
                estimator,
              ),
            );
            got.forEach((of_S, g) =>
              of_S.forEach((of_T, s) => of_T.forEach((a) => assertClose([a], [wanted[g]![s]!], 1e-6))),
            );
            return;
          }
          // REINFORCE++, eq. 8: A(q, o_t) = R - beta sum_{i >= t} KL_i; then the mean and deviation of all of them.
          const own = groups.map((responses) => {
            const m =
              estimator === 'reinforce'
                ? 0
                : responses.reduce((a, { reward }) => a + reward, 0) / responses.length;
            return responses.map(({ reward, charges }) =>
              charges.map((_, t) => reward - m - charges.slice(t).reduce((a, b) => a + b, 0)),
            );
          });
          const all = own
            .flat()
            .flatMap((of_T) => of_T.map((one) => [one, whiten === 'tokens' ? 1 : 1 / of_T.length] as const));
          const n = all.reduce((sum, [, w]) => sum + w, 0);
          const m = all.reduce((sum, [x, w]) => sum + x * w, 0) / n;
          const std = Math.sqrt(all.reduce((sum, [x, w]) => sum + (x - m) ** 2 * w, 0) / (n - 1));
          fc.pre(std > 1e-3);
          own.forEach((of_S, g) =>
            of_S.forEach((of_T, s) =>
              assertClose(
                [...got[g]![s]!],
                of_T.map((one) => (one - m) / (std + ADVANTAGE_EPSILON)),
                1e-8,
              ),
            ),
          );
        },
      ),
    );
  });

  it("divides by the Beta density of the batch's pass rates: BNPO", () => {
    const groups = [
      [1, 0, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ].map((scores) => scores.map((score) => ({ reward: 2 * score - 1, score, length: 2, charges_T: null })));
    const got = batchAdvantages(groups, { estimator: 'beta_norm', whiten: 'trajectories' });
    // Mean 1/2 and variance 1/8 of the rates 1/4, 1/2, 3/4, 1, 0: a + b = 1, a = b = 1/2, Beta(7/6, 7/6).
    const density = (p: number) => (p * (1 - p)) ** (1 / 6) * (gamma(7 / 3) / gamma(7 / 6) ** 2);
    assertClose([...got[0]![0]!], [1.5 / density(0.25), 1.5 / density(0.25)], 1e-9);
    assertClose([...got[1]![2]!], [-1 / density(0.5), -1 / density(0.5)], 1e-9);
    assert.ok([...got[3]!, ...got[4]!].every((of_T) => of_T.every((one) => one === 0)));
    const alone = batchAdvantages(groups.slice(0, 1), { estimator: 'beta_norm', whiten: 'trajectories' });
    assertClose([...alone[0]![0]!], [1.5, 1.5], 1e-12);
  });

  it("takes that Beta density under which the gradient's variance is least", () => {
    // E over p ~ Beta(a, b) of p (1 - p) / f(p)^2, by the midpoint rule; a and b as the rates below have them.
    const rates = [0.1, 0.2, 0.3, 0.5, 0.8];
    const m = 0.38;
    const count = (m * (1 - m)) / (rates.reduce((sum, p) => sum + (p - m) ** 2, 0) / 5) - 1;
    const [a, b] = [count * m, count * (1 - m)];
    const pdf = (p: number, alpha: number, beta: number) =>
      (p ** (alpha - 1) * (1 - p) ** (beta - 1) * gamma(alpha + beta)) / (gamma(alpha) * gamma(beta));
    const variance = (alpha: number, beta: number) => {
      let sum = 0;
      for (let i = 0; i < 4000; i++) {
        const p = (i + 0.5) / 4000;
        sum += (pdf(p, a, b) * p * (1 - p)) / pdf(p, alpha, beta) ** 2 / 4000;
      }
      return sum;
    };
    const [alpha, beta] = [1 + a / 3, 1 + b / 3];
    for (const [da, db] of [
      [0.05, 0],
      [-0.05, 0],
      [0, 0.05],
      [0, -0.05],
    ] as const) {
      assert.ok(variance(alpha, beta) < variance(alpha + da, beta + db));
    }
    betaDensities(rates).forEach((density, i) => assertClose([density], [pdf(rates[i]!, alpha, beta)], 1e-9));
  });

  it('has the logarithm of Gamma', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (x) =>
        assertClose([logGamma(x)], [Number(lgamma(x))], 1e-11 * Math.max(1, Math.abs(logGamma(x)))),
      ),
    );
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      assertClose([logGamma(n + 1)], [Math.log(factorial)], 1e-13 * Math.max(1, Math.log(factorial)));
    }
    assertClose([logGamma(0.5)], [Math.log(Math.PI) / 2], 1e-14);
  });

  it("is each group's own for the other estimators", () => {
    fc.assert(
      fc.property(
        fc.array(rewards, { maxLength: 4 }),
        fc.constantFrom(...estimators),
        (rewards_GS, estimator) => {
          assert.deepEqual(
            whitened(rewards_GS, estimator),
            rewards_GS.map((rewards_S) => groupAdvantages(rewards_S, estimator)),
          );
        },
      ),
    );
  });

  it('does not change when every reward is shifted, and group_norm not when they are scaled', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 16 }), (rewards_S) => {
        for (const estimator of estimators) {
          const plain = groupAdvantages(rewards_S, estimator);
          assertClose(
            groupAdvantages(
              rewards_S.map((r) => r + 100),
              estimator,
            ),
            plain,
            1e-9,
          );
        }
        const scaled = groupAdvantages(
          rewards_S.map((r) => r * 1000),
          'group_norm',
        );
        assertClose(scaled, groupAdvantages(rewards_S, 'group_norm'), 1e-4);
      }),
    );
  });

  it('is exactly 0 where all rewards are equal, whatever rounding does to their mean', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.integer({ min: 1, max: 40 }),
        (reward, n) => {
          const equal = new Array<number>(n).fill(reward);
          for (const estimator of estimators) {
            assert.ok(groupAdvantages(equal, estimator).every((advantage) => advantage === 0));
          }
          assert.equal(standardDeviation(equal), 0);
        },
      ),
    );
  });
});

function assertClose(got: readonly number[], expected: readonly number[], within = 1e-12): void {
  assert.equal(got.length, expected.length);
  got.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) <= within, `${value} is not ${expected[i]}`),
  );
}
