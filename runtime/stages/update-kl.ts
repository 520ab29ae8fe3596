import type { Policy } from '../model/policy.ts';
import type { TrainingSequence } from './batch.ts';
import { klEstimate } from './kl.ts';
import { sequenceLogprobs } from './reference.ts';
import { mean } from './statistics.ts';

/** Tokens, prompts included, that are enough to see a policy that has gone astray. */
const TOKENS = 128;

const k3 = { estimator: 'k3', clampInput: null, clampResult: null } as const;

/**
 * How far the updates of a step have moved the policy: KL(pi_old || pi) a token, in nats, by k3 (Schulman,
 * "Approximating KL divergence") on as many of the batch's responses as 128 tokens hold, their prompts included, at
 * least one. It is NaN where the policy's scores are not finite any more, and 0 where there was nothing to learn from.
 */
export async function updateKl(
  policy: Policy,
  batch: readonly TrainingSequence[],
  temperature: number,
  maxRows: number,
): Promise<number> {
  let tokens = 0;
  const few = batch.filter(({ prompt, response }, i) => {
    tokens += prompt.length + response.length;
    return i === 0 || tokens <= TOKENS;
  });
  const logps_BT = await sequenceLogprobs(policy, few, temperature, maxRows);
  const terms = few.flatMap(({ oldLogps }, b) =>
    Array.from(oldLogps, (old, t) => klEstimate(k3, old, logps_BT[b]?.[t] ?? Number.NaN)),
  );
  return terms.length === 0 ? 0 : mean(terms);
}
