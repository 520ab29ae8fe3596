import { setTimeout as wait } from 'node:timers/promises';
import { VerifierFailure } from "./verifier-failure.js";
/** Milliseconds before the first repetition and the longest before a later one; each time it is doubled. */
const PAUSE = [250, 10_000];
/** Makes a call, and makes it again where it fails in a way that may pass. The pauses are the same each time. */
export async function withRetries(call, { retries, signal }) {
    const [first, longest] = PAUSE;
    for (let tries = 0;; tries++) {
        try {
            return await call();
        }
        catch (cause) {
            if (!(cause instanceof VerifierFailure) || !cause.retryable || tries >= retries)
                throw cause;
            await wait(Math.min(longest, first * 2 ** tries), undefined, { signal });
        }
    }
}
