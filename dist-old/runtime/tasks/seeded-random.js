import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
/** A stream of random draws for the tests of a task: the same seed gives the same draws. A run has its own streams. */
export function seededRandom(seed) {
    const generator = xoroshiro128plus(seed);
    const int = (from, to) => uniformInt(generator, from, to);
    return {
        int,
        next: () => int(0, 2 ** 32 - 1) / 2 ** 32,
        pick: (items) => {
            if (items.length === 0)
                throw new RangeError('pick: there is nothing to pick from');
            return items[int(0, items.length - 1)];
        },
        shuffle: (items) => {
            const copy = [...items];
            for (let i = copy.length - 1; i > 0; i--) {
                const j = int(0, i);
                [copy[i], copy[j]] = [copy[j], copy[i]];
            }
            return copy;
        },
    };
}
