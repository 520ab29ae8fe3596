import { BrokenCircuitError, ConsecutiveBreaker, ExponentialBackoff, circuitBreaker, handleType, noJitterGenerator, } from 'cockatiel';
import { VerifierFailure } from "../../tasks/verifier-failure.js";
/** Failures one after another at which nothing more is asked for a while. */
export const FAILURES = 5;
/** Milliseconds until something that failed is asked again: doubled each time that it still fails, up to the second. */
const COOLING = [1000, 60_000];
/**
 * Asks no more of something that has failed several times in a row, until it has had time to recover: then one
 * request tries it. Without it every request of a run would wait for the same server that is down.
 */
export class Breaker {
    label;
    policy;
    opensAgain = 0;
    constructor(label, failures = FAILURES, [first, longest] = COOLING) {
        this.label = label;
        const cooling = new ExponentialBackoff({
            initialDelay: first,
            maxDelay: longest,
            generator: noJitterGenerator,
        });
        this.policy = circuitBreaker(handleType(VerifierFailure), {
            breaker: new ConsecutiveBreaker(failures),
            halfOpenAfter: { next: () => this.noted(cooling.next()) },
        });
    }
    async run(call) {
        try {
            return await this.policy.execute(call);
        }
        catch (cause) {
            if (!(cause instanceof BrokenCircuitError))
                throw cause;
            const seconds = Math.max(1, Math.ceil((this.opensAgain - performance.now()) / 1000));
            const last = this.policy.lastFailure;
            const why = last !== undefined && 'error' in last ? ` The last failure: ${last.error.message}` : '';
            throw new VerifierFailure(`${this.label} has failed too often in a row; it is asked again in ${seconds} s.${why}`, { retryable: true, hint: last !== undefined && 'error' in last ? hintOf(last.error) : undefined });
        }
    }
    /** Remembers when a pause that begins now ends. */
    noted(backoff) {
        this.opensAgain = performance.now() + backoff.duration;
        return { duration: backoff.duration, next: (context) => this.noted(backoff.next(context)) };
    }
}
function hintOf(error) {
    return error instanceof VerifierFailure ? error.hint : undefined;
}
