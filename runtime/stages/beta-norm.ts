import { mean } from './statistics.ts';

/**
 * What BNPO (Beta normalization policy optimization, arXiv:2506.02864) divides each group's advantages by: f(p), the
 * density of Beta(1 + a/3, 1 + b/3) at the group's pass rate p, where Beta(a, b) has the mean and variance that the
 * batch's pass rates have: a + b = m (1 - m) / v - 1, a = (a + b) m. Among Beta densities it is the one under which
 * sum p (1 - p) / f(p)^2 is least, p being drawn from Beta(a, b): that is what the gradient's variance grows with.
 * a = b = 0 divides by 1, as REINFORCE with a baseline; a = b = 3/2 by a multiple of sqrt(p (1 - p)), as GRPO.
 *
 * Without a spread of pass rates (one group, or all alike) no Beta(a, b) has their moments, and f is 1. So it is at
 * pass rates of 0 and 1, where all advantages are 0 anyway.
 */
export function betaDensities(passRates_G: readonly number[]): number[] {
  const fitted = betaOfMoments(passRates_G);
  if (fitted === null) return passRates_G.map(() => 1);
  const [alpha, beta] = [1 + fitted.a / 3, 1 + fitted.b / 3];
  const scale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  return passRates_G.map((p) =>
    p <= 0 || p >= 1 ? 1 : Math.exp(scale + (alpha - 1) * Math.log(p) + (beta - 1) * Math.log1p(-p)),
  );
}

function betaOfMoments(values: readonly number[]): { a: number; b: number } | null {
  const m = mean(values);
  const variance = mean(values.map((value) => (value - m) ** 2));
  // Of values between 0 and 1 the variance is m (1 - m) at most, with all of them at the ends.
  const count = (m * (1 - m)) / variance - 1;
  if (!Number.isFinite(count) || count <= 0) return null;
  return { a: count * m, b: count * (1 - m) };
}

/** ln Gamma(x), x > 0: Stirling's series from 10 on, brought there by Gamma(x + 1) = x Gamma(x). */
export function logGamma(x: number): number {
  let [z, below] = [x, 0];
  for (; z < 10; z++) below += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - below;
}
