/**
 * A curve drawn over several rows, each column a block character: `heights` from top to bottom.
 * The least value still shows as the lowest block, so that a curve is never invisible.
 */
export declare function curve(values: readonly number[], rows: number): string[];
