/**
 * The losses once more, in float64 and with nothing but loops, written from the papers' formulas: what the tensors
 * are compared with. Rows are responses, of different lengths.
 */
export interface PlainBatch {
  logps: number[][];
  old: number[][];
  reference: number[][];
  entropies: number[][];
  corrections: number[][];
  advantages: number[];
}

export interface PlainChoice {
  aggregation: 'token_mean' | 'sequence_mean' | 'constant';
  divisor: number;
  surrogate: 'clipped' | 'cispo' | 'plain';
  ratio: 'token' | 'sequence';
  clip: { low: number; high: number; dual: number | null };
  corrected: boolean;
  kl: {
    estimator: 'k1' | 'abs' | 'k2' | 'k3';
    beta: number;
    clampInput: number | null;
    clampResult: number | null;
  } | null;
  entropy: number;
}

const bounded = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x));

/**
 * The loss of a batch. `at`: the log-probabilities at which constants (the weights of CISPO) are taken, so that finite
 * differences leave them where they are.
 */
export function plainLoss(batch: PlainBatch, choice: PlainChoice, at: number[][] = batch.logps): number {
  const sums: number[] = [];
  batch.logps.forEach((row, b) => {
    const A = batch.advantages[b]!;
    const ratios = ratiosOf(row, batch.old[b]!, choice.ratio);
    const constants = ratiosOf(at[b]!, batch.old[b]!, choice.ratio);
    let sum = 0;
    row.forEach((logp, t) => {
      const objective = objectiveOf(choice, ratios[t]!, constants[t]!, A, logp);
      const kl = choice.kl === null ? 0 : choice.kl.beta * klOf(choice.kl, logp - batch.reference[b]![t]!);
      const correction = choice.corrected ? batch.corrections[b]![t]! : 1;
      sum += correction * objective - kl + choice.entropy * batch.entropies[b]![t]!;
    });
    sums.push(sum);
  });
  const lengths = batch.logps.map((row) => row.length);
  const tokens = lengths.reduce((a, b) => a + b, 0);
  const B = lengths.length;
  const means = {
    token_mean: () => sums.reduce((a, b) => a + b, 0) / tokens,
    sequence_mean: () => sums.map((x, b) => x / lengths[b]!).reduce((a, b) => a + b, 0) / B,
    constant: () => sums.map((x) => x / choice.divisor).reduce((a, b) => a + b, 0) / B,
  };
  return -means[choice.aggregation]();
}

function objectiveOf(
  { surrogate, clip }: PlainChoice,
  ratio: number,
  constant: number,
  A: number,
  logp: number,
): number {
  if (surrogate === 'plain') return ratio * A;
  if (surrogate === 'cispo') return bounded(constant, 1 - clip.low, 1 + clip.high) * A * logp;
  const ppo = Math.min(ratio * A, bounded(ratio, 1 - clip.low, 1 + clip.high) * A);
  return clip.dual !== null && A < 0 ? Math.max(ppo, clip.dual * A) : ppo;
}

/** Of each token; GSPO's s = (p(y) / p_old(y))^(1 / |y|) at all tokens of a response. */
function ratiosOf(logps: number[], old: number[], of: 'token' | 'sequence'): number[] {
  const ratios = logps.map((logp, t) => Math.exp(logp) / Math.exp(old[t]!));
  if (of === 'token') return ratios;
  const s = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length);
  return ratios.map(() => s);
}

function klOf({ estimator, clampInput, clampResult }: NonNullable<PlainChoice['kl']>, D: number): number {
  const d = clampInput === null ? D : bounded(D, -clampInput, clampInput);
  const k = { k1: d, abs: Math.abs(d), k2: d ** 2 / 2, k3: Math.exp(-d) - 1 + d }[estimator];
  return clampResult === null ? k : bounded(k, -clampResult, clampResult);
}
