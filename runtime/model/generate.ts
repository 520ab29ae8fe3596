import type { Random } from '../tasks/task.ts';
import { giveTurn } from '../tensor/give-turn.ts';
import { tf } from '../tensor/tf.ts';
import type { Segment } from './batch.ts';
import type { Decoder, Decoding, PromptKeys } from './decoder.ts';
import { LayeredDecoder } from './layered-decoder.ts';
import { hasPackedDecoder, PackedDecoder } from './packed-decoder.ts';
import { prefillHiddenStates } from './packed-forward.ts';
import type { Policy } from './policy.ts';
import { drawAll, probabilitiesOf, sequenceUniforms } from './sampling.ts';
import { logitsOf } from './transformer.ts';

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
  const { temperature, maxTokens } = options;
  const { first_PV, keys } = prefill(policy, prompts, options);
  let decoder: Decoder | undefined;
  try {
    await drawNext(sequences, first_PV, (a) => (sequences[a] as Sequence).prompt, options);
    let rows = sequences.filter((sequence) => !sequence.ended);
    if (maxTokens === 1 || rows.length === 0) return;
    const promptOfRow_A = Int32Array.from(rows, (row) => row.prompt);
    decoder = newDecoder(policy, { prompts: keys, promptOfRow_A, capacity: maxTokens - 1, temperature });
    for (let length = 1; length < maxTokens; length++) {
      const tokens_A = Int32Array.from(rows, ({ tokens }) => tokens.at(-1) as number);
      const positions_A = Int32Array.from(
        rows,
        ({ prompt, tokens }) => (prompts[prompt] as readonly number[]).length + tokens.length - 1,
      );
      const next_AV = decoder.step(tokens_A, positions_A);
      await drawNext(rows, next_AV, (a) => a, options);
      await giveTurn();
      const live = Int32Array.from(rows.keys()).filter((a) => !(rows[a] as Sequence).ended);
      if (live.length === 0) return;
      if (worthCompacting(live.length, rows.length)) {
        decoder.retain(live);
        rows = Array.from(live, (a) => rows[a] as Sequence);
      }
    }
  } finally {
    decoder?.dispose();
    keys.keys_NK.forEach((tensor) => tensor.dispose());
    keys.values_NK.forEach((tensor) => tensor.dispose());
  }
}

function newDecoder(policy: Policy, decoding: Decoding): Decoder {
  return hasPackedDecoder(policy.config)
    ? new PackedDecoder(policy, decoding)
    : new LayeredDecoder(policy, decoding);
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

/** Draws the next token of every row that has not ended; frees the probabilities. */
async function drawNext(
  rows: readonly Sequence[],
  probabilities: tf.Tensor2D,
  rowOf: (a: number) => number,
  options: GenerateOptions,
): Promise<void> {
  const { temperature, topP = 1, eosIds } = options;
  const live = [...rows.keys()].filter((a) => !(rows[a] as Sequence).ended);
  const requests = live.map((a) => ({ row: rowOf(a), uniform: (rows[a] as Sequence).uniform() }));
  try {
    const draws = await drawAll(probabilities, requests, { temperature, topP });
    draws.forEach(({ token, logprob }, i) => {
      const row = rows[live[i] as number] as Sequence;
      row.tokens.push(token);
      row.logprobs.push(logprob);
      if (!eosIds.has(token)) return;
      row.ended = true;
      tellEnd(row, options);
    });
  } finally {
    probabilities.dispose();
  }
}
