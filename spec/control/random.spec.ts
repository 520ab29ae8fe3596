import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RandomStream, randomStream } from '../../runtime/control/index.ts';

describe('random streams', () => {
  it('give the same draws for the same seed and names, and others for any other', () => {
    const take = (...names: (string | number)[]): number[] => {
      const stream = randomStream(17, ...names);
      return Array.from({ length: 5 }, () => stream.next());
    };
    assert.deepEqual(take('problem', 'puzzles', 4), take('problem', 'puzzles', 4));
    const others = [
      take('problem', 'puzzles', 5),
      take('problem', 'puzzles', '4'),
      take('problempuzzles', 4),
      take('problem', 'puzzles'),
    ];
    for (const other of others) assert.notDeepEqual(other, take('problem', 'puzzles', 4));
  });

  it('never change: runs made by earlier versions can be repeated', () => {
    const stream = randomStream(17, 'mixture', 'puzzles');
    assert.deepEqual(
      [stream.next(), stream.int(1, 6), stream.shuffle([1, 2, 3, 4, 5])],
      [0.001841569092897788, 1, [2, 4, 5, 1, 3]],
    );
  });

  it('go on exactly where their state was taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.string(), fc.nat(50), (seed, name, skip) => {
        const stream = randomStream(seed, name);
        for (let i = 0; i < skip; i++) stream.next();
        const again = RandomStream.restore(stream.state());
        for (let i = 0; i < 8; i++) {
          assert.equal(again.next(), stream.next());
          assert.equal(again.int(-3, 1000), stream.int(-3, 1000));
        }
        assert.equal(again.state(), stream.state());
      }),
    );
  });

  it('draw uniformly from [0, 1) with bits below the 32nd', () => {
    const stream = randomStream(1, 'uniform');
    const draws = Array.from({ length: 40000 }, () => stream.next());
    assert.ok(draws.every((x) => x >= 0 && x < 1));
    const cells = new Array<number>(20).fill(0);
    for (const x of draws) cells[Math.floor(x * 20)]! += 1;
    // Chi-squared over 19 degrees of freedom: above 50 has a chance below 2e-4.
    assert.ok(cells.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0) < 50);
    assert.ok(draws.some((x) => !Number.isInteger(x * 2 ** 32)));
    assert.ok(draws.every((x) => Number.isInteger(x * 2 ** 53)));
  });

  it('draw whole numbers from both ends included, each as often', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -1000, max: 1000 }), fc.nat(50), (seed, from, span) => {
        const stream = randomStream(seed, 'int');
        for (let i = 0; i < 20; i++) {
          const n = stream.int(from, from + span);
          assert.ok(Number.isInteger(n) && n >= from && n <= from + span);
        }
      }),
    );
    const stream = randomStream(3, 'dice');
    const faces = new Array<number>(6).fill(0);
    for (let i = 0; i < 60000; i++) faces[stream.int(1, 6) - 1]! += 1;
    assert.ok(faces.reduce((sum, n) => sum + (n - 10000) ** 2 / 10000, 0) < 25, `${faces.join(' ')}`);
    assert.throws(() => stream.int(3, 2), RangeError);
    assert.throws(() => stream.int(0.5, 2), RangeError);
  });

  it('shuffle into every order equally often and leave the original alone', () => {
    const stream = randomStream(5, 'shuffle');
    const counts = new Map<string, number>();
    const items = ['a', 'b', 'c'];
    for (let i = 0; i < 12000; i++) {
      const order = stream.shuffle(items).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.deepEqual(items, ['a', 'b', 'c']);
    assert.equal(counts.size, 6);
    assert.ok([...counts.values()].reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0) < 25);
    assert.throws(() => stream.pick([]), RangeError);
  });

  it('refuse what is not a state', () => {
    for (const bad of ['', 'xyz', '0'.repeat(32), 'ABCDEF'.repeat(6)])
      assert.throws(() => RandomStream.restore(bad), RangeError);
  });
});
