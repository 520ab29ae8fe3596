import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replay } from '../../runtime/tasks/replay.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Random } from '../../runtime/tasks/task.ts';

const draws: readonly ((random: Random) => unknown)[] = [
  (random) => random.next(),
  (random) => random.int(-3, 1_000_000),
  (random) => random.pick(['a', 'b', 'c', 'd']),
  (random) => random.shuffle([1, 2, 3, 4, 5]),
];
const plan = fc.array(fc.nat(draws.length - 1), { maxLength: 20 });

describe('a stream that is rewound', () => {
  it('gives the draws of the stream itself, before and after', () => {
    fc.assert(
      fc.property(plan, plan, fc.nat(20), (first, more, cut) => {
        const plain = seededRandom(7);
        const expected = [...first, ...more].map((n) => draws[n]!(plain));
        const replayed = replay(seededRandom(7));
        for (const n of first.slice(0, cut)) draws[n]!(replayed);
        replayed.rewind();
        assert.deepEqual(
          [...first, ...more].map((n) => draws[n]!(replayed)),
          expected,
        );
      }),
    );
  });

  it('gives a shuffled list anew, whatever became of the first', () => {
    const replayed = replay(seededRandom(7));
    const first = replayed.shuffle([1, 2, 3]);
    const kept = [...first];
    first.length = 0;
    replayed.rewind();
    assert.deepEqual(replayed.shuffle([1, 2, 3]), kept);
  });
});
