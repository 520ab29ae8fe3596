/** Mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * Sample standard deviation (n - 1 in the denominator, as verl and TRL compute it for GRPO); 0 for one
 * value. Deviations are taken from the first value before the mean is, so that equal values give
 * exactly 0 and a filter `reward.std > 0` never keeps a group by rounding.
 */
export function standardDeviation(values: readonly number[]): number {
  const first = values[0];
  if (first === undefined || values.length === 1) return 0;
  const shifted = values.map((value) => value - first);
  const shiftedMean = mean(shifted);
  let squares = 0;
  for (const value of shifted) squares += (value - shiftedMean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
