import { ExitCode, ProrlError } from '../errors.ts';
import type { Mixture, MixtureEntry } from '../graph/graph.ts';
import { RandomStream, randomStream } from './random.ts';
import { valueAt, type SchedulePoint } from './schedule.ts';

/** One task drawn for one prompt. */
export interface Draw {
  readonly entry: MixtureEntry;
  /** The entry's place in the mixture. */
  readonly index: number;
  /** How often the entry had been drawn before in the run: the number of its problem. */
  readonly nth: number;
}

export interface Share {
  readonly name: string;
  readonly drawn: number;
  /** Mean over the draws so far of the share that the weights asked for. */
  readonly requested: number;
  readonly realised: number;
}

export interface MixtureState {
  stream: string;
  /** By the entry's name: how often it was drawn, and how often its weights asked for it. */
  entries: Record<string, { drawn: number; requested: number }>;
}

/**
 * Draws tasks by scheduled weight from a stream of its own. Each draw takes one number of the
 * stream, whatever the batch size: with weights that stand still, 2 x 8 draws are the same as 16.
 */
export class MixtureSampler {
  readonly name: string;
  readonly mixture: Mixture;
  private stream: RandomStream;
  private drawn: number[];
  private asked: number[];

  /** `name` and `seed` name the stream; stages that draw from the same mixture share its sampler. */
  constructor(name: string, mixture: Mixture, seed: number) {
    this.name = name;
    this.mixture = mixture;
    this.stream = randomStream(seed, 'mixture', name);
    this.drawn = mixture.entries.map(() => 0);
    this.asked = mixture.entries.map(() => 0);
  }

  /**
   * The share of each entry at the coming step, summing to 1. An entry counts from the step
   * numbered `from` up to, not including, the step numbered `until`.
   * Throws ProrlError where no entry has a weight, or one is negative or not finite.
   */
  requested(at: SchedulePoint): number[] {
    const step = at.steps + 1;
    const weights = this.mixture.entries.map((entry) => {
      if (step < entry.from || (entry.until !== null && step >= entry.until)) return 0;
      const weight = valueAt(entry.weight, at);
      if (weight >= 0 && Number.isFinite(weight)) return weight;
      throw new ProrlError(
        `mixture '${this.name}': the weight of '${entry.name}' is ${weight} at step ${step}`,
        {
          exitCode: ExitCode.pipeline,
          hint: 'Weights are relative and must be 0 or more at every step: mend the schedule of this weight.',
        },
      );
    });
    const total = weights.reduce((a, b) => a + b, 0);
    if (total > 0) return weights.map((weight) => weight / total);
    const names = this.mixture.entries.map((entry) => entry.name).join(', ');
    throw new ProrlError(
      `mixture '${this.name}' draws nothing at step ${step}: every weight is 0 (${names})`,
      {
        exitCode: ExitCode.pipeline,
        hint: `Give at least one of its tasks a weight above 0 at step ${step}, or start one earlier.`,
      },
    );
  }

  /** The tasks of a step's prompts, in order. */
  draw(count: number, at: SchedulePoint): Draw[] {
    const shares = this.requested(at);
    const last = shares.findLastIndex((share) => share > 0);
    return Array.from({ length: count }, () => {
      let rest = this.stream.next();
      // Shares that sum to a hair below 1 leave the remainder to the last entry that has a weight.
      let index = shares.findIndex((share) => (rest -= share) < 0);
      if (index < 0) index = last;
      shares.forEach((share, i) => (this.asked[i] = (this.asked[i] ?? 0) + share));
      const nth = this.drawn[index] ?? 0;
      this.drawn[index] = nth + 1;
      return { entry: this.mixture.entries[index] as MixtureEntry, index, nth };
    });
  }

  /** Requested and realised shares over the run so far; zeros before the first draw. */
  shares(): Share[] {
    const total = Math.max(
      1,
      this.drawn.reduce((a, b) => a + b, 0),
    );
    return this.mixture.entries.map(({ name }, i) => {
      const drawn = this.drawn[i] ?? 0;
      return { name, drawn, requested: (this.asked[i] ?? 0) / total, realised: drawn / total };
    });
  }

  state(): MixtureState {
    const counts = this.mixture.entries.map(({ name }, i) => [
      name,
      { drawn: this.drawn[i] ?? 0, requested: this.asked[i] ?? 0 },
    ]);
    return { stream: this.stream.state(), entries: Object.fromEntries(counts) };
  }

  /** Goes on exactly where the state was taken. Throws ProrlError where it is of another mixture. */
  restore(state: MixtureState): void {
    const names = this.mixture.entries.map((entry) => entry.name);
    if (
      names.length !== Object.keys(state.entries).length ||
      !names.every((name) => Object.hasOwn(state.entries, name))
    ) {
      throw new ProrlError(
        `the saved draws of mixture '${this.name}' are of other tasks than the pipeline's`,
        {
          exitCode: ExitCode.pipeline,
          hint: 'Resume with the graph that lies in the run folder.',
        },
      );
    }
    this.stream = RandomStream.restore(state.stream);
    this.drawn = names.map((name) => state.entries[name]?.drawn ?? 0);
    this.asked = names.map((name) => state.entries[name]?.requested ?? 0);
  }
}

/** The realised share of each entry among some draws, keyed as metrics: `share.ENTRY`. */
export function realisedShares(mixture: Mixture, draws: readonly Draw[]): Record<string, number> {
  return Object.fromEntries(
    mixture.entries.map(({ name }, index) => [
      `share.${name}`,
      draws.filter((draw) => draw.index === index).length / Math.max(1, draws.length),
    ]),
  );
}
