import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ADVANTAGE_EPSILON, batchAdvantages, groupAdvantages } from '../../runtime/stages/advantage.ts';
import { standardDeviation } from '../../runtime/stages/statistics.ts';

const rewards = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 32 });
const estimators = ['group_norm', 'group_mean', 'leave_one_out'] as const;

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
    const [first, second] = batchAdvantages(
      [
        [1, 0],
        [2, 0],
      ],
      'reinforce_baseline',
    );
    assertClose(first!, [0.5 / std, -0.5 / std]);
    assertClose(second!, [1 / std, -1 / std]);
    assert.deepEqual(
      batchAdvantages(
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
    assert.deepEqual(batchAdvantages([], 'reinforce_baseline'), []);
    assert.deepEqual(batchAdvantages([[1]], 'reinforce_baseline'), [[0]]);
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
        const all = batchAdvantages(rewards_GS, 'reinforce_baseline').flat();
        assert.ok(Math.abs(all.reduce((a, b) => a + b, 0) / all.length) < 1e-9);
        assert.ok(Math.abs(standardDeviation(all) - 1) < 1e-3);
      }),
    );
  });

  it("is each group's own for the other estimators", () => {
    fc.assert(
      fc.property(
        fc.array(rewards, { maxLength: 4 }),
        fc.constantFrom(...estimators),
        (rewards_GS, estimator) => {
          assert.deepEqual(
            batchAdvantages(rewards_GS, estimator),
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
