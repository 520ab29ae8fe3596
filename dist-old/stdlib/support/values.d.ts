/** The greatest common divisor of two whole numbers; that of 0 and 0 is 0. */
export declare function greatestCommonDivisor(a: number, b: number): number;
/** A fraction in lowest terms as it is written: `3/4`, `-1/2`, or `5` where it is whole. */
export declare function writeFraction(top: number, bottom: number): string;
/** Whether both texts are fractions (or whole numbers) of the same value, in lowest terms or not. */
export declare function sameFraction(given: string, expected: string): boolean;
/** `value` hundredths (or whatever `places` says) as a decimal number without needless zeros: 1250, 2 is `12.5`. */
export declare function writeDecimal(value: number, places: number): string;
/** Whether both texts spell the same decimal number; zeros at either end are spelling. */
export declare function sameDecimal(given: string, expected: string): boolean;
/** The whole numbers of a list written with commas or spaces, in their one spelling; undefined where one is none. */
export declare function readIntegers(text: string): string[] | undefined;
/** Whether both lists hold the same whole numbers in the same order. */
export declare function sameIntegers(given: string, expected: string): boolean;
/** The share of places at which both lists hold the same whole number; 0 where they are not equally long. */
export declare function shareOfIntegers(given: string, expected: string): number;
