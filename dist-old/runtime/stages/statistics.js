/** Mean; NaN of nothing. */
export function mean(values) {
    let sum = 0;
    for (const value of values)
        sum += value;
    return sum / values.length;
}
/**
 * Sample standard deviation (n - 1 in the denominator, as verl and TRL compute it for GRPO); 0 for one
 * value. Deviations are taken from the first value before the mean is, so that equal values give
 * exactly 0 and a filter `reward.std > 0` never keeps a group by rounding.
 */
export function standardDeviation(values) {
    const first = values[0];
    if (first === undefined || values.length === 1)
        return 0;
    const shifted = values.map((value) => value - first);
    const shiftedMean = mean(shifted);
    let squares = 0;
    for (const value of shifted)
        squares += (value - shiftedMean) ** 2;
    return Math.sqrt(squares / (values.length - 1));
}
/** Mean of values that count as often as their weights say; deviations are taken from the first, so that equal values give it exactly. */
export function weightedMean(values, weights) {
    const first = values[0] ?? Number.NaN;
    const shifted = values.reduce((sum, value, i) => sum + (value - first) * (weights[i] ?? 0), 0);
    return first + shifted / weights.reduce((sum, weight) => sum + weight, 0);
}
/** Sample standard deviation of values that count as often as their weights say: sqrt(sum w (x - mean)^2 / (sum w - 1)). */
export function weightedDeviation(values, weights) {
    const centre = weightedMean(values, weights);
    const squares = values.reduce((sum, value, i) => sum + (value - centre) ** 2 * (weights[i] ?? 0), 0);
    const count = weights.reduce((sum, weight) => sum + weight, 0);
    return count <= 1 ? 0 : Math.sqrt(squares / (count - 1));
}
