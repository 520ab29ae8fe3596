import { setTimeout as wait } from 'node:timers/promises';
import { VerifierFailure } from './verifier-failure.ts';

/** Milliseconds before the first repetition and the longest before a later one; each time it is doubled. */
const PAUSE = [250, 10_000] as const;

export interface Retries {
  /** How often a failed call is made again. */
  readonly retries: number;
  /** Ends the waiting in between. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes a call, and makes it again where it fails in a way that may pass. The pauses are the same each time. */
export async function withRetries<T>(call: () => T | Promise<T>, { retries, signal }: Retries): Promise<T> {
  const [first, longest] = PAUSE;
  for (let tries = 0; ; tries++) {
    try {
      return await call();
    } catch (cause) {
      if (!(cause instanceof VerifierFailure) || !cause.retryable || tries >= retries) throw cause;
      await wait(Math.min(longest, first * 2 ** tries), undefined, { signal });
    }
  }
}
