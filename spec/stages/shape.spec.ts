import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepsGroup } from '../../runtime/stages/filter.ts';
import { shapeReward, softOverlong, type Shaping } from '../../runtime/stages/shape.ts';

const shaping: Shaping = { correct: 2, incorrect: -1, truncated: -0.5, overlong: { cache: 10, scale: 0.25 } };

describe('shape', () => {
  it('lays scores out between incorrect and correct', () => {
    const plain = { ...shaping, overlong: null };
    const of = (score: number) => shapeReward(plain, { score, truncated: false, length: 5 }, 50);
    assert.deepEqual([of(0), of(1 / 3), of(1)], [-1, 0, 2]);
  });

  it('adds the punishments for a cut-off and an overlong response', () => {
    assert.equal(shapeReward(shaping, { score: 1, truncated: false, length: 40 }, 50), 2);
    assert.equal(shapeReward(shaping, { score: 1, truncated: false, length: 45 }, 50), 2 - 0.25 * 0.5);
    assert.equal(shapeReward(shaping, { score: 0, truncated: true, length: 50 }, 50), -1 - 0.5 - 0.25);
  });

  it('punishes length as DAPO, eq. 13: nothing, then linearly, then -1', () => {
    assert.equal(softOverlong(16384, 20480, 4096), 0);
    assert.equal(softOverlong(18432, 20480, 4096), -0.5);
    assert.equal(softOverlong(20480, 20480, 4096), -1);
    assert.equal(softOverlong(30000, 20480, 4096), -1);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 100 }), (a, b, cache) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        const [first, second] = [softOverlong(short, 200, cache), softOverlong(long, 200, cache)];
        assert.ok(first >= second && second >= -1 && first <= 0);
      }),
    );
  });
});

describe('filter', () => {
  it('keeps a group where every condition holds', () => {
    const spread = { metric: 'reward.std', by: '>', value: 0 } as const;
    const hard = { metric: 'score.mean', by: '<=', value: 0.5 } as const;
    assert.equal(keepsGroup(null, [1, 1], [1, 1]), true);
    assert.equal(keepsGroup([spread], [1, 1, 1], [1, 1, 1]), false);
    assert.equal(keepsGroup([spread], [0.1, 0.1, 0.1], [0, 0, 0]), false, 'rounding must not make a spread');
    assert.equal(keepsGroup([spread, hard], [1, 0, 0, 0], [1, 0, 0, 0]), true);
    assert.equal(keepsGroup([spread, hard], [1, 1, 1, 0], [1, 1, 1, 0]), false);
    assert.equal(keepsGroup([{ metric: 'reward.mean', by: '>=', value: 0.5 }], [1, 0], [0, 0]), true);
    assert.equal(keepsGroup([{ metric: 'reward.mean', by: '<', value: 0.5 }], [1, 0], [0, 0]), false);
  });
});
