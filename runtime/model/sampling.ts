import { ExitCode, ProrlError } from '../errors.ts';
import type { Random } from '../tasks/task.ts';
import { hasNativeKernels } from '../tensor/native-kernels.ts';
import { nativeOperation } from '../tensor/native-operation.ts';
import { tf } from '../tensor/tf.ts';

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
    hint: 'Lower the rate or max_grad_norm, or hold the policy closer by a KL term, and start again; a guard that rolls back early (`guard when not_finite(kl.update) or kl.update > 1 { rollback }`) keeps a run from getting there.',
  });
}

/** A draw to be made by one row of probabilities; the uniform is a multiple of 2^-32, as `sequenceUniforms` gives them. */
export interface Request {
  readonly row: number;
  readonly uniform: number;
}

/**
 * Draws once for each request, as `draw` does. On kernels of our own, where nothing is cut off, the probabilities stay
 * where they are: at 50,000 tokens, bringing them here and going through them takes four to seven milliseconds a step.
 */
export async function drawAll(
  probabilities_AV: tf.Tensor2D,
  requests: readonly Request[],
  options: SamplingOptions,
): Promise<Draw[]> {
  if (hasNativeKernels() && options.temperature > 0 && options.topP >= 1)
    return drawInPlace(probabilities_AV, requests);
  const V = probabilities_AV.shape[1];
  const host = (await probabilities_AV.data()) as Float32Array;
  return requests.map(({ row, uniform }) => draw(host.subarray(row * V, (row + 1) * V), uniform, options));
}

async function drawInPlace(probabilities_AV: tf.Tensor2D, requests: readonly Request[]): Promise<Draw[]> {
  const draws = Int32Array.from(requests.flatMap(({ row, uniform }) => [row, uniform * 2 ** 32]));
  const given = tf.tensor2d(draws, [requests.length, 2], 'int32');
  const [drawn] = nativeOperation('ProrlDraw', {}, [probabilities_AV, given], 1) as [tf.Tensor];
  const found = (await drawn.data()) as Float32Array;
  tf.dispose([given, drawn]);
  return requests.map((_, i) => {
    const [token, logprob] = [found[2 * i] as number, found[2 * i + 1] as number];
    if (Number.isNaN(logprob)) throw diverged();
    return { token, logprob };
  });
}

/** The probabilities, of each row, that tokens are drawn with at a temperature; at temperature 0 those at 1. */
export function probabilitiesOf(logits_AV: tf.Tensor2D, temperature: number): tf.Tensor2D {
  return tf.softmax(temperature === 0 || temperature === 1 ? logits_AV : tf.mul(logits_AV, 1 / temperature));
}

/**
 * Draws by the probabilities of one row. The same probabilities and the same `uniform` give the same token;
 * ProrlError where they are none, because the scores they came from were not finite.
 */
export function draw(probabilities_V: Float32Array, uniform: number, options: SamplingOptions): Draw {
  let total = 0;
  for (let i = 0; i < probabilities_V.length; i++) total += probabilities_V[i] as number;
  // Rounding leaves the sum within a thousandth of 1, also over a large vocabulary.
  if (!(Math.abs(total - 1) < 1e-3)) throw diverged();
  const token = drawn(probabilities_V, total, uniform, options);
  return { token, logprob: Math.log((probabilities_V[token] as number) / total) };
}

function drawn(
  probabilities: Float32Array,
  total: number,
  uniform: number,
  { temperature, topP }: SamplingOptions,
): number {
  if (temperature === 0) return likeliest(probabilities);
  if (topP >= 1) return pick(probabilities, uniform * total) ?? likeliest(probabilities);
  return pickNucleus(probabilities, total, uniform, topP);
}

function likeliest(probabilities: Float32Array): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) {
    if ((probabilities[i] as number) > (probabilities[best] as number)) best = i;
  }
  return best;
}

/** The first token at which the running sum passes `mark`; undefined if rounding leaves none. */
function pick(weights: Float32Array, mark: number): number | undefined {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number;
    if (sum > mark) return i;
  }
  return undefined;
}

function pickNucleus(weights: Float32Array, total: number, uniform: number, topP: number): number {
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
