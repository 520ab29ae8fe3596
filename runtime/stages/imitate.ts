import { tf } from '../tensor/tf.ts';
import type { AdamW, StepSettings } from '../model/adamw.ts';
import { packMicroBatches } from '../model/batch.ts';
import { accumulateGradients, disposeGradients } from '../model/gradients.ts';
import { tokenLogprobs } from '../model/logprobs.ts';
import type { Policy } from '../model/policy.ts';
import { tokenWeight, type Aggregation } from './aggregation.ts';
import type { Demonstration } from './batch.ts';
import { crossEntropy } from './loss.ts';

export interface ImitationOutcome {
  readonly loss: number;
  readonly gradNorm: number;
  /** True where the gradient was not finite: the weights were left as they were. */
  readonly skipped: boolean;
  /** Target tokens that are the policy's most likely ones. */
  readonly mostLikely: number;
}

/** One update by cross entropy against worked solutions; the prompt is given, not learned. */
export async function imitate(
  policy: Policy,
  optimizer: AdamW,
  miniBatch: readonly Demonstration[],
  settings: { aggregation: Aggregation; optimizer: StepSettings; maxRows: number },
): Promise<ImitationOutcome> {
  const counts = {
    responses: miniBatch.length,
    tokens: miniBatch.reduce((sum, { response }) => sum + response.length, 0),
  };
  const batches = packMicroBatches(miniBatch, settings.maxRows);
  const losses = batches.map((batch) => () => {
    const { logps_BT, best_BT } = tokenLogprobs(policy, batch, { wantBest: true });
    const weights = new Float32Array(batch.size * batch.responseLength);
    batch.lengths_B.forEach((length, b) => {
      const at = b * batch.responseLength;
      weights.fill(tokenWeight(settings.aggregation, length, counts), at, at + length);
    });
    const weights_BT = tf.tensor2d(weights, [batch.size, batch.responseLength]);
    return { loss: crossEntropy(logps_BT, weights_BT), aside: { mostLikely: tf.sum(best_BT!) } };
  });
  const descent = accumulateGradients(policy, losses);
  try {
    const { gradNorm, skipped } = await optimizer.step(descent.gradients, settings.optimizer);
    const [loss, mostLikely] = await Promise.all([descent.loss.data(), descent.aside['mostLikely']!.data()]);
    return { loss: loss[0] ?? Number.NaN, gradNorm, skipped, mostLikely: mostLikely[0] ?? Number.NaN };
  } finally {
    disposeGradients(descent);
  }
}
