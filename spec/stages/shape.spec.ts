import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepsGroup } from '../../runtime/stages/filter.ts';
import { cosineBetween, shapeReward, softOverlong, type Shaping } from '../../runtime/stages/shape.ts';

const shaping: Shaping = {
  correct: 2,
  incorrect: -1,
  truncated: -0.5,
  stopProperly: 1,
  cosineLength: null,
  overlong: { cache: 10, scale: 0.25 },
};

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

  it('leaves a share of what was earned to a response that was cut off: stop properly', () => {
    const stop = { ...shaping, stopProperly: 0.25, overlong: null };
    assert.equal(shapeReward({ ...stop, truncated: 0 }, { score: 1, truncated: true, length: 50 }, 50), 0.5);
    assert.equal(shapeReward({ ...stop, truncated: 0 }, { score: 1, truncated: false, length: 50 }, 50), 2);
    assert.equal(
      shapeReward(stop, { score: 1, truncated: true, length: 50 }, 50),
      0.5 - 0.5,
      'before what is added',
    );
  });

  it('lets length change rewards along half a cosine, between what is written for both ends', () => {
    const cosine = (weight: number): Shaping => ({
      ...shaping,
      overlong: null,
      cosineLength: { correct: 0.5, incorrect: -1, weight },
    });
    const of = (weight: number, score: number, length: number) =>
      shapeReward(cosine(weight), { score, truncated: false, length }, 100);
    assert.deepEqual([of(1, 1, 0), of(1, 1, 50), of(1, 1, 100), of(1, 1, 120)], [2, 1.25, 0.5, 0.5]);
    assert.equal(of(1, 0, 70), -1, 'wrong responses earn the same at every length');
    assert.equal(of(1, 0.5, 100), -0.25, 'partial credit lies between');
    assert.equal(of(0, 1, 80), 2, 'off');
    assert.equal(of(0.5, 1, 100), 1.25);
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (short, long, u) => {
          const [least, most] = [Math.min(short, long), Math.max(short, long)];
          // The other way in which texts write it: min + (max - min)(1 + cos(pi u)) / 2, from max at 0 or, turned round, at 1.
          const phase = short >= long ? u : 1 - u;
          const expected = least + 0.5 * (most - least) * (1 + Math.cos(phase * Math.PI));
          assert.ok(Math.abs(cosineBetween(short, long, u) - expected) < 1e-12);
        },
      ),
    );
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
