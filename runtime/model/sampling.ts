import { ExitCode, ProrlError } from '../errors.ts';
import type { Random } from '../tasks/task.ts';

/** How a token is drawn from scores. */
export interface SamplingOptions {
  /** Divides the scores; 0 takes the highest. */
  readonly temperature: number;
  /** Draw from the smallest set of tokens that holds this much probability. Default 1: all. */
  readonly topP: number;
}

export interface Draw {
  readonly token: number;
  /**
   * Its log-probability at the temperature over the whole vocabulary (at temperature 1 where it is 0): what
   * training computes for the same token, whatever topP cut off.
   */
  readonly logprob: number;
}

function diverged(): ProrlError {
  return new ProrlError('The policy gives scores that are not finite: its weights have diverged.', {
    exitCode: ExitCode.runFailed,
    hint: 'Lower the rate or max_grad_norm, or hold the policy closer by a KL term, and start again; a guard that rolls back early (`guard when kl.mean > 2 { rollback }`) keeps a run from getting there.',
  });
}

/** Draws from the scores of one row. The same scores and the same `uniform` give the same token; ProrlError where they are not finite. */
export function draw(logits_V: Float32Array, uniform: number, { temperature, topP }: SamplingOptions): Draw {
  const greedy = temperature === 0;
  const scale = greedy ? 1 : 1 / temperature;
  const size = logits_V.length;
  let best = 0;
  for (let i = 1; i < size; i++) if ((logits_V[i] as number) > (logits_V[best] as number)) best = i;
  const highest = logits_V[best] as number;
  const weights = new Float64Array(size);
  let total = 0;
  for (let i = 0; i < size; i++) {
    const weight = Math.exp(((logits_V[i] as number) - highest) * scale);
    weights[i] = weight;
    total += weight;
  }
  if (!Number.isFinite(highest) || Number.isNaN(total)) throw diverged();
  const token = greedy
    ? best
    : topP >= 1
      ? pick(weights, uniform * total, best)
      : pickNucleus(weights, total, uniform, topP);
  return { token, logprob: ((logits_V[token] as number) - highest) * scale - Math.log(total) };
}

/** The first token at which the running sum passes `mark`; `fallback` if rounding leaves none. */
function pick(weights: Float64Array, mark: number, fallback: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number;
    if (sum > mark) return i;
  }
  return fallback;
}

function pickNucleus(weights: Float64Array, total: number, uniform: number, topP: number): number {
  // Tokens below (1 - topP) / V of the probability hold less than 1 - topP together: none is in the nucleus,
  // and few are left to sort.
  const least = (total * (1 - topP)) / weights.length;
  const likely: number[] = [];
  for (let i = 0; i < weights.length; i++) if ((weights[i] as number) >= least) likely.push(i);
  const order = likely.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  let held = 0;
  let count = 0;
  while (count < order.length && (count === 0 || held < topP * total)) {
    held += weights[order[count++] as number] as number;
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const token = order[i] as number;
    sum += weights[token] as number;
    if (sum > uniform * held) return token;
  }
  return order[0] as number;
}

/**
 * A stream of uniforms of one sequence's own (Chris Doty-Humphrey's sfc32), seeded by two draws from the
 * rollout's stream: what a sequence draws does not depend on which others are still being decoded.
 */
export function sequenceUniforms(random: Random): () => number {
  let a = Math.floor(random.next() * 2 ** 32);
  let b = Math.floor(random.next() * 2 ** 32);
  let c = 0x9e3779b9;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first rounds mix the seed.
  for (let round = 0; round < 12; round++) next();
  return () => next() / 2 ** 32;
}
