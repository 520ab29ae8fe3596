import { Script } from 'node:vm';
import { MOST_REPEATS, stoodStill } from './standstill.ts';

/** Where the script finds the function to call. */
const CALL = Symbol.for('prorl.patience.call');
const script = new Script(`globalThis[Symbol.for('prorl.patience.call')]()`, { filename: 'prorl:patience' });

/**
 * Calls a function; Node stops it when it takes longer than `limit` milliseconds before it returns, with an error
 * that `wasCutOff` knows. Where the process stood still meanwhile, the function is called again from its beginning.
 */
export function withoutBlocking<T>(limit: number, call: () => T): T {
  Object.defineProperty(globalThis, CALL, { value: call, configurable: true });
  for (let repeats = 0; ; repeats++) {
    const started = performance.now();
    try {
      return script.runInThisContext({ timeout: limit }) as T;
    } catch (cause) {
      if (!wasCutOff(cause) || !stoodStill(started, limit) || repeats === MOST_REPEATS) throw cause;
    }
  }
}

/** Whether it is the error of a function that was stopped. */
export function wasCutOff(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
