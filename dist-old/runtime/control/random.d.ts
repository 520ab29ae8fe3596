import type { Random } from '../tasks/task.ts';
/**
 * One named stream of random draws (xoroshiro128+). A stream's draws depend on its seed and
 * names alone, so that a new consumer of randomness shifts no other.
 */
export declare class RandomStream implements Random {
    private readonly generator;
    private constructor();
    /** Uniform in [0, 1) with 53 random bits: every multiple of 2^-53 is equally likely. Takes two draws of 32 bits. */
    next(): number;
    /** Uniform over the whole numbers from `from` to `to`, both included, without modulo bias. */
    int(from: number, to: number): number;
    pick<T>(items: readonly T[]): T;
    /** A shuffled copy; every order is equally likely (Fisher-Yates). */
    shuffle<T>(items: readonly T[]): T[];
    /** Where the stream stands, as 32 hexadecimal digits. */
    state(): string;
    /** A stream that goes on exactly where `state` was taken. */
    static restore(state: string): RandomStream;
    /** A stream at its start, from 128 bits of a digest. */
    static fromDigest(digest: Buffer): RandomStream;
}
/**
 * The stream of a seed and names, e.g. `randomStream(17, 'problem', 'puzzles', 'chain_sum', 4)`.
 * Streams of different names are independent; a number and its digits as a string are different names.
 */
export declare function randomStream(seed: number, ...names: (string | number)[]): RandomStream;
