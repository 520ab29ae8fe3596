import { giveTurn } from '../tensor/give-turn.ts';
import { tf } from '../tensor/tf.ts';
import { packMicroBatches } from '../model/batch.ts';
import { tokenLogprobs } from '../model/logprobs.ts';
import type { Policy } from '../model/policy.ts';
import type { Group } from './batch.ts';

/**
 * Log probabilities of every sampled token under a policy, at the sampling temperature so that they
 * compare with the rollout's. No gradients. The answer has the shape of the groups: [group][sample][token].
 */
export async function groupLogprobs(
  policy: Policy,
  groups_G: readonly Group[],
  temperature: number,
  maxRows: number,
): Promise<Float32Array[][]> {
  const samples = groups_G.flatMap(({ prompt, responses_S }) =>
    responses_S.map((response) => ({ prompt: prompt.tokens, response: response.tokens })),
  );
  const logps = await sequenceLogprobs(policy, samples, temperature, maxRows);
  let next = 0;
  return groups_G.map(({ responses_S }) => responses_S.map(() => logps[next++] ?? new Float32Array()));
}

/** The same of sequences, one list for each. */
export async function sequenceLogprobs(
  policy: Policy,
  sequences: readonly { prompt: readonly number[]; response: readonly number[] }[],
  temperature: number,
  maxRows: number,
): Promise<Float32Array[]> {
  const logps: Float32Array[] = [];
  for (const batch of packMicroBatches(sequences, maxRows)) {
    const logps_BT = tf.tidy(() => tokenLogprobs(policy, batch, { temperature }).logps_BT);
    try {
      logps.push(...unpack(await logps_BT.data(), batch));
    } finally {
      logps_BT.dispose();
    }
    await giveTurn();
  }
  return logps;
}

/** Rows of a padded [B, T] array, each cut to its own length. */
export function unpack(
  values: ArrayLike<number>,
  batch: { size: number; responseLength: number; lengths_B: ArrayLike<number> },
): Float32Array[] {
  return Array.from({ length: batch.size }, (_, b) =>
    Float32Array.from(
      { length: batch.lengths_B[b] ?? 0 },
      (_, t) => values[b * batch.responseLength + t] ?? Number.NaN,
    ),
  );
}
