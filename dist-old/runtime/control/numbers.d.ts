/** A number as JSON can hold it: NaN and the infinities become their names. */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';
export declare function jsonNumber(x: number): JsonNumber;
/** The inverse of `jsonNumber`. Throws RangeError on any other text. */
export declare function fromJsonNumber(x: number | string): number;
export declare function toJsonNumbers(numbers: ReadonlyMap<string, number>): Record<string, JsonNumber>;
export declare function fromJsonNumbers(numbers: Readonly<Record<string, number | string>>): Map<string, number>;
/** 1st, 2nd, 3rd, 11th. */
export declare function ordinal(n: number): string;
