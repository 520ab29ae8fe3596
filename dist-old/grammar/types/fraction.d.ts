/**
 * A number as a fraction in lowest terms. Calculations keep to fractions, so that 1000 steps * 7% is
 * 70 steps and not 70.00000000000001, and round once, at the end.
 */
export interface Fraction {
    readonly top: bigint;
    /** More than 0. */
    readonly bottom: bigint;
}
/** The fraction that a finite number's shortest decimal writing means: 0.1 is 1/10. */
export declare function fractionOf(value: number): Fraction;
export declare function plus(a: Fraction, b: Fraction): Fraction;
export declare function negative({ top, bottom }: Fraction): Fraction;
export declare function times(a: Fraction, b: Fraction): Fraction;
/** One through a fraction that is not 0. */
export declare function inverse({ top, bottom }: Fraction): Fraction;
/** The nearest number; infinite where the fraction is beyond all numbers. */
export declare function nearestNumber({ top, bottom }: Fraction): number;
