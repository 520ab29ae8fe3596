import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ADVANTAGE_EPSILON,
  batchAdvantages,
  groupAdvantages,
  type AdvantageEstimator,
} from '../../runtime/stages/advantage.ts';
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
    rewards_S.map((reward, s) => ({ reward, length: lengths_GS?.[g]?.[s] ?? 1 })),
  );
  return batchAdvantages(groups_GS, { estimator, whiten });
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
