/**
 * Time limits that hold for the time in which the process ran. By the clock alone, whoever stops a run with Ctrl-Z,
 * or closes the laptop that it runs on, finds afterwards that everything in hand took too long.
 */

/**
 * Milliseconds that nothing comes late by, unless the whole process stood still: stopped, on a machine that slept,
 * or its thread busy with an update of the policy. What was waited for had no time meanwhile.
 */
const STOOD_STILL = 1000;

/** How often a time limit is given anew; a machine that is merely far too busy comes to an end as well. */
export const MOST_REPEATS = 5;

/** Whether a limit of `limit` milliseconds from `started` (performance.now()) was noticed so late that the process stood still. */
export function stoodStill(started: number, limit: number): boolean {
  return performance.now() - started - limit > STOOD_STILL;
}

/** Calls `ring` after `limit` milliseconds in which the process ran; what it gives takes that back. */
export function alarm(limit: number, ring: () => void): () => void {
  let timer: NodeJS.Timeout;
  const set = (repeats: number): void => {
    const started = performance.now();
    timer = setTimeout(() => {
      if (stoodStill(started, limit) && repeats < MOST_REPEATS) set(repeats + 1);
      else ring();
    }, limit);
  };
  set(0);
  return () => clearTimeout(timer);
}

/** Milliseconds in which the process ran, for who looks more often than once in a second. */
export function runningClock(): () => number {
  let last = performance.now();
  let ran = 0;
  return () => {
    const now = performance.now();
    ran += Math.min(now - last, STOOD_STILL);
    last = now;
    return ran;
  };
}
