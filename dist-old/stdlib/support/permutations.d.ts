/** All orders of the numbers from 0 to `count` - 1, as in a dictionary: 0, 1, 2 ... comes first. */
export declare function permutations(count: number): number[][];
