import type { Random } from '../tasks/task.ts';
import { giveTurn } from '../tensor/give-turn.ts';
import { tf } from '../tensor/tf.ts';
import { traced } from '../tensor/traced.ts';
import type { Segment } from './batch.ts';
import type { DecodeCache, PromptKeys } from './decode-cache.ts';
import { FusedProjections } from './fused-projections.ts';
import { InPlaceCache } from './in-place-cache.ts';
import { hasKernels } from './kernels/own-operation.ts';
import { hasHeapKernels } from './kernels/wasm-heap.ts';
import { rotaryAngles, rotaryFrequencies } from './ops/rotary.ts';
import { prefillHiddenStates } from './packed-forward.ts';
import type { Policy } from './policy.ts';
import { draw, probabilitiesOf, sequenceUniforms } from './sampling.ts';
import { embed, finalGain, finalNorm, headTable, layerOutput, logitsOf } from './transformer.ts';
import type { Attend } from './transformer.ts';
import { WindowedCache } from './windowed-cache.ts';

export interface GenerateOptions {
  /** Most tokens of one response, the end token included. */
  readonly maxTokens: number;
  /** 0 always takes the likeliest token. */
  readonly temperature: number;
  /** Default 1: no cut. */
  readonly topP?: number;
  /** Tokens that end a response. */
  readonly eosIds: ReadonlySet<number>;
  /** Two draws a sequence are taken from it, in the order of prompts and samples. */
  readonly random: Random;
  /** Called with each response as soon as it has ended, while others are still being written. */
  readonly onEnd?: ((prompt: number, sample: number, response: Generation) => void) | undefined;
}

/** One response. */
export interface Generation {
  /** The tokens drawn, the end token included where it was drawn. */
  readonly tokens: number[];
  /** Of each token, under the policy at the temperature, over the whole vocabulary. */
  readonly logprobs: Float32Array;
  /** True where `maxTokens` ended it. */
  readonly truncated: boolean;
}

interface Sequence {
  readonly prompt: number;
  readonly sample: number;
  readonly tokens: number[];
  readonly logprobs: number[];
  readonly uniform: () => number;
  ended: boolean;
}

/**
 * Samples responses, `samplesPerPrompt` to each prompt; the result is by prompt, then by sample. A prompt is
 * computed once for all its samples, keys and values are remembered, and ended sequences leave the batch. Every
 * sequence draws from a stream of its own, so it does not matter which others have ended. On one backend the
 * same policy, prompts and stream give the same result to the bit.
 */
export async function generate(
  policy: Policy,
  prompts: readonly (readonly number[])[],
  samplesPerPrompt: number,
  options: GenerateOptions,
): Promise<Generation[][]> {
  const sequences: Sequence[] = prompts.flatMap((_, prompt) =>
    Array.from({ length: samplesPerPrompt }, (_, sample) => ({
      prompt,
      sample,
      tokens: [],
      logprobs: [],
      uniform: sequenceUniforms(options.random),
      ended: false,
    })),
  );
  if (sequences.length > 0 && options.maxTokens > 0) {
    // A decoding step is many small operations: adapters beside every layer would cost more than one merge.
    const whole = policy.merged();
    try {
      await decode(whole, prompts, sequences, options);
    } finally {
      whole.dispose();
    }
  }
  for (const sequence of sequences) if (!sequence.ended) tellEnd(sequence, options);
  return prompts.map((_, p) =>
    sequences.slice(p * samplesPerPrompt, (p + 1) * samplesPerPrompt).map(generationOf),
  );
}

function generationOf({ tokens, logprobs, ended }: Sequence): Generation {
  return { tokens, logprobs: Float32Array.from(logprobs), truncated: !ended };
}

function tellEnd(sequence: Sequence, { onEnd }: GenerateOptions): void {
  onEnd?.(sequence.prompt, sequence.sample, generationOf(sequence));
}

async function decode(
  policy: Policy,
  prompts: readonly (readonly number[])[],
  sequences: readonly Sequence[],
  options: GenerateOptions,
): Promise<void> {
  const { first_PV, keys } = prefill(policy, prompts, options);
  // WebAssembly's kernels make small operations cheap; everywhere else fewer of them are worth the copy.
  const fused = hasHeapKernels() ? undefined : new FusedProjections(policy);
  let cache: DecodeCache | undefined;
  try {
    await drawAll(sequences, first_PV, (a) => (sequences[a] as Sequence).prompt, options);
    let rows = sequences.filter((sequence) => !sequence.ended);
    if (options.maxTokens === 1 || rows.length === 0) return;
    cache = newCache(
      policy,
      keys,
      Int32Array.from(rows, (row) => row.prompt),
      options.maxTokens - 1,
    );
    for (let length = 1; length < options.maxTokens; length++) {
      const next_AV = decodeStep(policy, { cache, fused }, prompts, rows, options);
      await drawAll(rows, next_AV, (a) => a, options);
      await giveTurn();
      const live = Int32Array.from(rows.keys()).filter((a) => !(rows[a] as Sequence).ended);
      if (live.length === 0) return;
      if (worthCompacting(live.length, rows.length)) {
        cache.retain(live);
        rows = Array.from(live, (a) => rows[a] as Sequence);
      }
    }
  } finally {
    cache?.dispose();
    fused?.dispose();
    keys.keys_NK.forEach((tensor) => tensor.dispose());
    keys.values_NK.forEach((tensor) => tensor.dispose());
  }
}

function newCache(
  policy: Policy,
  keys: PromptKeys,
  promptOfRow_A: Int32Array,
  capacity: number,
): DecodeCache {
  return hasKernels(policy.config.headWidth)
    ? new InPlaceCache(policy.config, keys, promptOfRow_A, capacity)
    : new WindowedCache(policy.config, keys, promptOfRow_A);
}

/** Copying the cache costs about one step; it pays when a good part of the rows has ended. */
function worthCompacting(live: number, rows: number): boolean {
  return live <= rows * 0.8;
}

/** Computes each prompt once: the probabilities of the token after it, and the keys and values of its rows. */
function prefill(policy: Policy, prompts: readonly (readonly number[])[], { temperature }: GenerateOptions) {
  const segments: Segment[] = [];
  let rows = 0;
  for (const prompt of prompts) {
    segments.push({ start: rows, length: prompt.length, prefixStart: 0, prefixLength: 0 });
    rows += prompt.length;
  }
  const batch = {
    tokens_N: Int32Array.from(prompts.flat()),
    positions_N: Int32Array.from(prompts.flatMap((prompt) => [...prompt.keys()])),
    segments,
  };
  let keys: PromptKeys | undefined;
  const first_PV = tf.tidy(() => {
    const lastRows = Int32Array.from(segments, ({ start, length }) => start + length - 1);
    const { hidden_RD, keys_NK, values_NK } = prefillHiddenStates(
      policy,
      batch,
      tf.tensor1d(lastRows, 'int32'),
    );
    keys = {
      keys_NK: keys_NK.map((tensor) => tf.keep(tensor)),
      values_NK: values_NK.map((tensor) => tf.keep(tensor)),
      starts_P: Int32Array.from(segments, (segment) => segment.start),
      lengths_P: Int32Array.from(segments, (segment) => segment.length),
    };
    return probabilitiesOf(logitsOf(policy, hidden_RD), temperature);
  });
  return { first_PV, keys: keys as PromptKeys };
}

/** Probabilities of the next token of every row, from the last token of each. */
function decodeStep(
  policy: Policy,
  { cache, fused }: { cache: DecodeCache; fused: FusedProjections | undefined },
  prompts: readonly (readonly number[])[],
  rows: readonly Sequence[],
  { temperature }: GenerateOptions,
): tf.Tensor2D {
  const tokens_A = new Int32Array(cache.rows);
  const positions_A = new Int32Array(cache.rows);
  rows.forEach(({ prompt, tokens }, a) => {
    tokens_A[a] = tokens.at(-1) as number;
    positions_A[a] = (prompts[prompt] as readonly number[]).length + tokens.length - 1;
  });
  const { layers } = policy.config;
  return tf.tidy(() => {
    const angles = rotaryAngles(rotaryFrequencies(policy.config), positions_A);
    let x_AD = embed(policy, tf.tensor1d(tokens_A, 'int32'));
    cache.begin();
    for (let layer = 0; layer < layers; layer++) {
      const before_AD = x_AD;
      const read = [...cache.tensors(layer), ...(fused?.tensors(layer) ?? [])];
      const attend: Attend = (q, k, v) => cache.attend(layer, q, k, v);
      const [after_AD, ...grown] = traced(
        `decode ${policy.shapeKey}`,
        [before_AD, ...policy.layerWeights(layer).trained, angles.cos, angles.sin, ...read],
        () => [layerOutput(policy, layer, before_AD, angles, attend, { fused }), ...cache.grown()],
      ) as [tf.Tensor2D, ...tf.Tensor[]];
      cache.keep(layer, grown);
      x_AD = after_AD;
    }
    cache.end();
    return nextProbabilities(policy, x_AD, temperature);
  });
}

/** Probabilities of the next token after rows that have gone through all layers: [A, V]. */
function nextProbabilities(policy: Policy, x_AD: tf.Tensor2D, temperature: number): tf.Tensor2D {
  const [probabilities_AV] = traced(
    `next ${policy.shapeKey} at ${temperature}`,
    [x_AD, finalGain(policy), headTable(policy)],
    () => [probabilitiesOf(logitsOf(policy, finalNorm(policy, x_AD)), temperature)],
  ) as [tf.Tensor2D];
  return probabilities_AV;
}

/** Draws the next token of every row that has not ended; frees the probabilities. */
async function drawAll(
  rows: readonly Sequence[],
  probabilities: tf.Tensor2D,
  rowOf: (a: number) => number,
  options: GenerateOptions,
): Promise<void> {
  const { temperature, topP = 1, eosIds } = options;
  const V = probabilities.shape[1];
  const host = (await probabilities.data()) as Float32Array;
  probabilities.dispose();
  rows.forEach((row, a) => {
    if (row.ended) return;
    const start = rowOf(a) * V;
    const { token, logprob } = draw(host.subarray(start, start + V), row.uniform(), { temperature, topP });
    row.tokens.push(token);
    row.logprobs.push(logprob);
    if (!eosIds.has(token)) return;
    row.ended = true;
    tellEnd(row, options);
  });
}
