/** Mean; NaN of nothing. */
export declare function mean(values: readonly number[]): number;
/**
 * Sample standard deviation (n - 1 in the denominator, as verl and TRL compute it for GRPO); 0 for one
 * value. Deviations are taken from the first value before the mean is, so that equal values give
 * exactly 0 and a filter `reward.std > 0` never keeps a group by rounding.
 */
export declare function standardDeviation(values: readonly number[]): number;
/** Mean of values that count as often as their weights say; deviations are taken from the first, so that equal values give it exactly. */
export declare function weightedMean(values: readonly number[], weights: readonly number[]): number;
/** Sample standard deviation of values that count as often as their weights say: sqrt(sum w (x - mean)^2 / (sum w - 1)). */
export declare function weightedDeviation(values: readonly number[], weights: readonly number[]): number;
