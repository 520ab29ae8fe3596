import type { Random, Range } from './task.ts';
/** A positive whole number whose count of digits lies in the range; each count of digits is as likely. */
export declare function numberOfDigits(digits: Range, random: Random): number;
/** Lower-case letters, drawn with repetition from the first `kinds` of the alphabet. */
export declare function randomLetters(count: number, random: Random, kinds?: number): string;
/** Lower-case letters, no two alike; at most 26. */
export declare function differentLetters(count: number, random: Random): string;
/** Another whole number of the range than `value`; the range must hold one. */
export declare function otherThan(value: number, range: Range, random: Random): number;
