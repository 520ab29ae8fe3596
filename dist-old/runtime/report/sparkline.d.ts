/**
 * A curve in one line of characters, from its least value to its greatest. Long curves are averaged into
 * `columns` bins. What is not finite leaves a gap.
 */
export declare function sparkline(values: readonly number[], columns: number): string;
/** At most `columns` values, each the mean of the finite ones in its part of the curve (NaN where there are none). */
export declare function shrink(values: readonly number[], columns: number): number[];
/** A curve that is read at fewer than `columns` steps, each value held until the next, so that curves share their axis. */
export declare function spread({ steps, values }: {
    steps: readonly number[];
    values: readonly number[];
}, columns: number): number[];
