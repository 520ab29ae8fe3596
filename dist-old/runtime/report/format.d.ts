import type { Figure } from '../run/events.ts';
/** What a report shows where there is no value. */
export declare const none = "-";
/** A number as events hold it, or nothing. */
export type Value = Figure | null | undefined;
/** The number itself; NaN where there is none. */
export declare function numeric(value: Value): number;
/** A number in few characters: three significant digits, no exponent between 0.001 and 100 000. */
export declare function number(value: Value): string;
/** A number with a fixed count of decimals, so that a moving figure does not jump about. */
export declare function fixed(value: Value, decimals: number): string;
/** A fraction from 0 to 1 as a percentage. */
export declare function percent(value: Value, decimals?: number): string;
/** The difference of two fractions in percentage points, with its sign. */
export declare function points(from: Value, to: Value): string;
/** One decimal and a sign; what rounds to nothing has none. */
export declare function signed(value: number): string;
/** A large count in few characters: `950`, `12.3k`, `4.1M`. */
export declare function count(value: Value): string;
/** `8s`, `2m 05s`, `1h 12m`, `3d 4h`. */
export declare function duration(seconds: Value): string;
/** `1 step`, `2 steps`. */
export declare function plural(n: number, one: string, many?: string): string;
