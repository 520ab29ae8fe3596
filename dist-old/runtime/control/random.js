import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
/**
 * One named stream of random draws (xoroshiro128+). A stream's draws depend on its seed and
 * names alone, so that a new consumer of randomness shifts no other.
 */
export class RandomStream {
    generator;
    constructor(generator) {
        this.generator = generator;
    }
    /** Uniform in [0, 1) with 53 random bits: every multiple of 2^-53 is equally likely. Takes two draws of 32 bits. */
    next() {
        const high = this.generator.next() >>> 5;
        const low = this.generator.next() >>> 6;
        return (high * 2 ** 26 + low) * 2 ** -53;
    }
    /** Uniform over the whole numbers from `from` to `to`, both included, without modulo bias. */
    int(from, to) {
        if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from > to) {
            throw new RangeError(`int(${from}, ${to}): both ends must be whole numbers, the first not above the second`);
        }
        return uniformInt(this.generator, from, to);
    }
    pick(items) {
        if (items.length === 0)
            throw new RangeError('pick: there is nothing to pick from');
        return items[this.int(0, items.length - 1)];
    }
    /** A shuffled copy; every order is equally likely (Fisher-Yates). */
    shuffle(items) {
        const copy = [...items];
        for (let i = copy.length - 1; i > 0; i--) {
            const j = this.int(0, i);
            [copy[i], copy[j]] = [copy[j], copy[i]];
        }
        return copy;
    }
    /** Where the stream stands, as 32 hexadecimal digits. */
    state() {
        return this.generator
            .getState()
            .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
            .join('');
    }
    /** A stream that goes on exactly where `state` was taken. */
    static restore(state) {
        if (!/^(?!0{32})[0-9a-f]{32}$/.test(state)) {
            throw new RangeError(`'${state}' is not the state of a random stream: 32 hexadecimal digits, not all zero`);
        }
        const words = [0, 8, 16, 24].map((at) => Number.parseInt(state.slice(at, at + 8), 16) | 0);
        return new RandomStream(xoroshiro128plusFromState(words));
    }
    /** A stream at its start, from 128 bits of a digest. */
    static fromDigest(digest) {
        const words = [0, 4, 8, 12].map((at) => digest.readInt32BE(at));
        // An all-zero state would only ever give zeros; no known input hashes to one.
        if (words.every((word) => word === 0))
            return new RandomStream(xoroshiro128plus(0));
        return new RandomStream(xoroshiro128plusFromState(words));
    }
}
/**
 * The stream of a seed and names, e.g. `randomStream(17, 'problem', 'puzzles', 'chain_sum', 4)`.
 * Streams of different names are independent; a number and its digits as a string are different names.
 */
export function randomStream(seed, ...names) {
    return RandomStream.fromDigest(createHash('sha256')
        .update(JSON.stringify([seed, ...names]))
        .digest());
}
