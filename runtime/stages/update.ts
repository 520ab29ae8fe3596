import { giveTurn } from '../tensor/give-turn.ts';
import { tf } from '../tensor/tf.ts';
import type { AdamW, StepSettings } from '../model/adamw.ts';
import { packMicroBatches } from '../model/batch.ts';
import { accumulateGradients, disposeGradients } from '../model/gradients.ts';
import { tokenLogprobs } from '../model/logprobs.ts';
import type { Policy } from '../model/policy.ts';
import type { UpdateNode } from '../graph/index.ts';
import type { TrainingSequence } from './batch.ts';
import type { KlEstimator } from './kl.ts';
import { clippedSide, policyLoss, tokenWeight, type Clip } from './loss.ts';
import { unpack } from './reference.ts';

/** What an update is made with: the node's settings, its schedules read. */
export interface UpdateSettings {
  readonly aggregation: UpdateNode['config']['aggregation'];
  readonly clip: Clip;
  /** The KL term of the loss; null where there is none or its coefficient is 0. */
  readonly kl: { readonly estimator: KlEstimator; readonly coefficient: number } | null;
  readonly optimizer: StepSettings;
  readonly temperature: number;
  /** The most tokens that go through the model at once; the rest of a mini-batch follows, gradients added up. */
  readonly maxRows: number;
}

/** What one optimizer update did. */
export interface UpdateOutcome {
  readonly loss: number;
  readonly gradNorm: number;
  /** True where the gradient was not finite: the weights were left as they were. */
  readonly skipped: boolean;
  readonly clippedLow: number;
  readonly clippedHigh: number;
  readonly largestRatio: number;
}

/**
 * Splits groups into mini-batches of nearly equal numbers of groups, in order; never into an empty one,
 * so there are fewer where groups are. A group stays whole, as in ProRL, whose mini-batches count prompts.
 */
export function miniBatches<T>(groups: readonly T[], updates: number): T[][] {
  const count = Math.min(updates, groups.length);
  return Array.from({ length: count }, (_, i) =>
    groups.slice(Math.floor((i * groups.length) / count), Math.floor(((i + 1) * groups.length) / count)),
  );
}

/**
 * One update by the clipped policy gradient. A response without advantage is not computed where no KL
 * term gives it a gradient; it still counts in the means. Null where nothing of the mini-batch has a
 * gradient: then there is no update, since momentum alone would move the weights.
 */
export async function updatePolicy(
  policy: Policy,
  optimizer: AdamW,
  miniBatch: readonly TrainingSequence[],
  settings: UpdateSettings,
): Promise<UpdateOutcome | null> {
  const counts = {
    responses: miniBatch.length,
    tokens: miniBatch.reduce((sum, sequence) => sum + sequence.response.length, 0),
  };
  const live = miniBatch.filter((sequence) => sequence.advantage !== 0 || settings.kl !== null);
  if (live.length === 0) return null;

  const packed: {
    sequences: readonly TrainingSequence[];
    batch: ReturnType<typeof packMicroBatches>[number];
  }[] = [];
  let start = 0;
  for (const batch of packMicroBatches(live, settings.maxRows)) {
    packed.push({ sequences: live.slice(start, start + batch.size), batch });
    start += batch.size;
  }
  const kept_BT: tf.Tensor2D[] = [];
  const losses = packed.map(({ sequences, batch }) => () => {
    const T = batch.responseLength;
    const { logps_BT } = tokenLogprobs(policy, batch, { temperature: settings.temperature });
    kept_BT.push(tf.keep(tf.clone(logps_BT)));
    return policyLoss({
      logps_BT,
      oldLogps_BT: padded(sequences, T, (sequence, t) => sequence.oldLogps[t] ?? Number.NaN),
      advantages_B1: tf.tensor2d(sequences.map((sequence) => [sequence.advantage])),
      weights_BT: padded(sequences, T, ({ response }) =>
        tokenWeight(settings.aggregation, response.length, counts),
      ),
      clip: settings.clip,
      kl: settings.kl && {
        ...settings.kl,
        referenceLogps_BT: padded(sequences, T, (sequence, t) => sequence.referenceLogps?.[t] ?? Number.NaN),
      },
    });
  });
  await giveTurn();
  const descent = accumulateGradients(policy, losses);
  try {
    const { gradNorm, skipped } = await optimizer.step(descent.gradients, settings.optimizer);
    const loss = (await descent.loss.data())[0] ?? Number.NaN;
    let clippedLow = 0;
    let clippedHigh = 0;
    let largestRatio = 0;
    for (const [i, { sequences, batch }] of packed.entries()) {
      const logps = unpack(await (kept_BT[i] as tf.Tensor2D).data(), batch);
      sequences.forEach(({ oldLogps, advantage }, b) => {
        oldLogps.forEach((oldLogp, t) => {
          const ratio = Math.exp((logps[b]?.[t] ?? Number.NaN) - oldLogp);
          const side = clippedSide(ratio, advantage, settings.clip);
          if (side === 'low') clippedLow += 1;
          if (side === 'high') clippedHigh += 1;
          // Once NaN, it stays NaN: that must show.
          if (Number.isNaN(ratio) || ratio > largestRatio) largestRatio = ratio;
        });
      });
    }
    return { loss, gradNorm, skipped, clippedLow, clippedHigh, largestRatio };
  } finally {
    tf.dispose(kept_BT);
    disposeGradients(descent);
  }
}

/** A [B, T] tensor with a value for each token, 0 at padding. */
function padded(
  sequences: readonly TrainingSequence[],
  T: number,
  valueOf: (sequence: TrainingSequence, t: number) => number,
): tf.Tensor2D {
  const values = new Float32Array(sequences.length * T);
  sequences.forEach((sequence, b) => {
    for (let t = 0; t < sequence.response.length; t++) values[b * T + t] = valueOf(sequence, t);
  });
  return tf.tensor2d(values, [sequences.length, T]);
}
