/** Coefficients by exponent: [5, -3, 2] is 2x^2-3x+5. */
export type Polynomial = readonly number[];
/** `2x^2-3x+5`: highest power first, terms of 0 left out. */
export declare function writePolynomial(coefficients: Polynomial): string;
/** Reads a polynomial in x with whole coefficients, its terms in any order; undefined where the text is none. */
export declare function readPolynomial(text: string): number[] | undefined;
/** The share of coefficients, of the longer of both, that are the same; 0 where one is no polynomial. */
export declare function shareOfCoefficients(given: string, expected: string): number;
/** Whether both texts are the same polynomial, whatever the order of their terms. */
export declare function samePolynomial(given: string, expected: string): boolean;
