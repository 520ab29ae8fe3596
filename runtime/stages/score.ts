import { setMaxListeners } from 'node:events';
import pLimit, { type LimitFunction } from 'p-limit';
import type { CarefulVerifier } from '../tasks/careful.ts';
import { withRetries } from '../tasks/retry.ts';
import type { Verdict } from '../tasks/task.ts';
import { VerifierFailure } from '../tasks/verifier-failure.ts';
import type { Group, Prompt, Response } from './batch.ts';

/** How the responses of a step or of an evaluation are judged. */
export interface Judging {
  /** Null: each task's own verifier judges. */
  readonly verifier: CarefulVerifier | null;
  /** What a verifier that fails brings about: an error, or that the response leaves its group. */
  readonly onFailure: 'stop' | 'skip';
  /** Milliseconds that judging one response may take; null: the verifier's own limit. */
  readonly limit: number | null;
  readonly retries: number;
  /** Responses that are judged at the same time. */
  readonly concurrency: number;
}

/** By each task's own verifier, and an error where one fails: how suites are measured. */
export const OWN_VERIFIERS: Judging = {
  verifier: null,
  onFailure: 'stop',
  limit: null,
  retries: 2,
  concurrency: 8,
};

/** The responses to one prompt that were judged, each with its verdict. */
export interface ScoredGroup extends Group {
  readonly verdicts_S: readonly Verdict[];
}

export interface Scored {
  /** In the order of the rollout. */
  readonly groups_G: readonly ScoredGroup[];
  /** Why responses are missing from them, one failure for each. */
  readonly failed: readonly VerifierFailure[];
}

/**
 * Judges responses while others are still being written: each from the moment it has ended. Verdicts go by place,
 * so that it does not matter in which order they come.
 */
export class Scoring {
  private readonly judging: Judging;
  private readonly queue: LimitFunction;
  private readonly ended = new AbortController();
  private readonly outcomes_GS: Promise<Verdict | VerifierFailure>[][] = [];

  constructor(judging: Judging) {
    this.judging = judging;
    this.queue = pLimit(judging.concurrency);
    // As many wait for it as are judged at the same time.
    setMaxListeners(0, this.ended.signal);
  }

  /** Begins to judge response `s` of group `g`. */
  begin(g: number, s: number, prompt: Prompt, response: Response): void {
    const outcome = this.queue(() => this.judge(prompt, response));
    // Nobody waits for it yet: `finish` will.
    outcome.catch(() => undefined);
    (this.outcomes_GS[g] ??= [])[s] = outcome;
  }

  /**
   * Waits for all verdicts. A response whose verifier failed leaves its group, and a group of which fewer than two
   * remain is left out: there is nothing to compare with. Throws the VerifierFailure itself where that is to stop
   * the run, and where so many failed that not `least` groups remain.
   */
  async finish(groups_G: readonly Group[], least = 1): Promise<Scored> {
    try {
      const outcomes_GS = await Promise.all(this.outcomes_GS.map((outcomes_S) => Promise.all(outcomes_S)));
      const failed = outcomes_GS.flat().filter((one) => one instanceof VerifierFailure);
      const scored_G = groups_G.flatMap(({ prompt, responses_S }, g): ScoredGroup[] => {
        const judged = responses_S.flatMap((response, s) => {
          const outcome = outcomes_GS[g]![s]!;
          return outcome instanceof VerifierFailure ? [] : [{ response, verdict: outcome }];
        });
        if (judged.length < responses_S.length && judged.length < 2) return [];
        return [
          {
            prompt,
            responses_S: judged.map((one) => one.response),
            verdicts_S: judged.map((one) => one.verdict),
          },
        ];
      });
      if (scored_G.length < least && failed[0] !== undefined) throw failed[0];
      return { groups_G: scored_G, failed };
    } finally {
      this.queue.clearQueue();
      this.ended.abort();
    }
  }

  private async judge({ task, problem }: Prompt, { text }: Response): Promise<Verdict | VerifierFailure> {
    const { verifier, retries, limit, onFailure } = this.judging;
    const { signal } = this.ended;
    try {
      return await withRetries(() => (verifier ?? task).verify(problem, text, signal, limit ?? undefined), {
        retries,
        signal,
      });
    } catch (cause) {
      if (cause instanceof VerifierFailure && onFailure === 'skip') return cause;
      throw cause;
    }
  }
}
