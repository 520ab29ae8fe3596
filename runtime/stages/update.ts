import { giveTurn } from '../tensor/give-turn.ts';
import { tf } from '../tensor/tf.ts';
import type { AdamW, StepSettings } from '../model/adamw.ts';
import { packMicroBatches } from '../model/batch.ts';
import { accumulateGradients, disposeGradients } from '../model/gradients.ts';
import { tokenLogprobs } from '../model/logprobs.ts';
import type { Policy } from '../model/policy.ts';
import { tokenWeight, type Aggregation } from './aggregation.ts';
import type { TrainingSequence } from './batch.ts';
import type { KlEstimate } from './kl.ts';
import { policyLoss } from './loss.ts';
import { ratiosOf, type RatioLevel } from './ratio.ts';
import { unpack } from './reference.ts';
import { boundBy, type Clip, type SurrogateKind } from './surrogate.ts';

/** What an update is made with: the node's settings, its schedules read. */
export interface UpdateSettings {
  readonly aggregation: Aggregation;
  /** The tokens that the aggregation `constant` divides each response's sum by. */
  readonly divisor: number;
  readonly surrogate: SurrogateKind;
  readonly ratio: RatioLevel['of'];
  readonly clip: Clip;
  /** The KL term of the loss; null where there is none or its coefficient is 0. */
  readonly kl: { readonly estimate: KlEstimate; readonly coefficient: number } | null;
  /** The coefficient of the entropy bonus; 0: none. */
  readonly entropy: number;
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
  /** Tokens that a side of the clip range, or the dual bound, held back. */
  readonly bounded: Readonly<Record<'low' | 'high' | 'dual', number>>;
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
 * One update by the policy gradient. A response without advantage is not computed where neither a KL term nor an
 * entropy bonus gives it a gradient; it still counts in the means. Null where nothing of the mini-batch has a
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
    divisor: settings.divisor,
  };
  const all = settings.kl !== null || settings.entropy > 0;
  const live = miniBatch.filter((sequence) => all || sequence.advantages.some((one) => one !== 0));
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
    const { temperature, ratio, surrogate, clip, kl, entropy } = settings;
    const { logps_BT, entropy_BT } = tokenLogprobs(policy, batch, { temperature, wantEntropy: entropy > 0 });
    kept_BT.push(tf.keep(tf.clone(logps_BT)));
    const padded_BT = (valueOf: (sequence: TrainingSequence, t: number) => number): tf.Tensor2D =>
      padded(sequences, T, valueOf);
    return policyLoss({
      logps_BT,
      oldLogps_BT: padded_BT(({ oldLogps }, t) => oldLogps[t] ?? Number.NaN),
      advantages_BT: padded_BT(({ advantages }, t) => advantages[t] ?? Number.NaN),
      weights_BT: padded_BT(({ response }) => tokenWeight(settings.aggregation, response.length, counts)),
      ratio:
        ratio === 'token'
          ? { of: ratio }
          : { of: ratio, shares_BT: padded_BT(({ response }) => 1 / response.length) },
      surrogate,
      clip,
      corrections_BT: sequences.every(({ corrected }) => corrected === null)
        ? null
        : padded_BT(({ corrected }, t) => corrected?.weights[t] ?? Number.NaN),
      kl: kl && {
        ...kl,
        referenceLogps_BT: padded_BT(({ referenceLogps }, t) => referenceLogps?.[t] ?? Number.NaN),
      },
      entropy: entropy_BT === undefined ? null : { coefficient: entropy, entropies_BT: entropy_BT },
    });
  });
  await giveTurn();
  const descent = accumulateGradients(policy, losses);
  try {
    const { gradNorm, skipped } = await optimizer.step(descent.gradients, settings.optimizer);
    const loss = (await descent.loss.data())[0] ?? Number.NaN;
    const bounded = { low: 0, high: 0, dual: 0 };
    let largestRatio = 0;
    for (const [i, { sequences, batch }] of packed.entries()) {
      const logps = unpack(await (kept_BT[i] as tf.Tensor2D).data(), batch);
      sequences.forEach(({ oldLogps, advantages }, b) => {
        for (const [t, ratio] of ratiosOf(logps[b] ?? [], oldLogps, settings.ratio).entries()) {
          const side = boundBy(settings.surrogate, ratio, advantages[t] ?? Number.NaN, settings.clip);
          if (side !== null) bounded[side] += 1;
          // Once NaN, it stays NaN: that must show.
          if (Number.isNaN(ratio) || ratio > largestRatio) largestRatio = ratio;
        }
      });
    }
    return { loss, gradNorm, skipped, bounded, largestRatio };
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
