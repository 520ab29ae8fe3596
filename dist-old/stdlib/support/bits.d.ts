/** All strings of so many zeros and ones, counted up: 00, 01, 10, 11. */
export declare function bitStrings(length: number): string[];
/** Zeros and ones, however they are set apart; undefined where there is anything else, or not so many. */
export declare function readBits(text: string, length: number): string | undefined;
/** The bits with one other than it was. */
export declare function flipBit(bits: string, at: number): string;
