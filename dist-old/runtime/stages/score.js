import { setMaxListeners } from 'node:events';
import pLimit, {} from 'p-limit';
import { withRetries } from "../tasks/retry.js";
import { VerifierFailure } from "../tasks/verifier-failure.js";
/** By each task's own verifier, and an error where one fails: how suites are measured. */
export const OWN_VERIFIERS = {
    verifier: null,
    onFailure: 'stop',
    limit: null,
    retries: 2,
    concurrency: 8,
};
/**
 * Judges responses while others are still being written: each from the moment it has ended. Verdicts go by place,
 * so that it does not matter in which order they come.
 */
export class Scoring {
    judging;
    queue;
    ended = new AbortController();
    outcomes_GS = [];
    constructor(judging) {
        this.judging = judging;
        this.queue = pLimit(judging.concurrency);
        // As many wait for it as are judged at the same time.
        setMaxListeners(0, this.ended.signal);
    }
    /** Begins to judge response `s` of group `g`. */
    begin(g, s, prompt, response) {
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
    async finish(groups_G, least = 1) {
        try {
            const outcomes_GS = await Promise.all(this.outcomes_GS.map((outcomes_S) => Promise.all(outcomes_S)));
            const failed = outcomes_GS.flat().filter((one) => one instanceof VerifierFailure);
            const scored_G = groups_G.flatMap(({ prompt, responses_S }, g) => {
                const judged = responses_S.flatMap((response, s) => {
                    const outcome = outcomes_GS[g][s];
                    return outcome instanceof VerifierFailure ? [] : [{ response, verdict: outcome }];
                });
                if (judged.length < responses_S.length && judged.length < 2)
                    return [];
                return [
                    {
                        prompt,
                        responses_S: judged.map((one) => one.response),
                        verdicts_S: judged.map((one) => one.verdict),
                    },
                ];
            });
            if (scored_G.length < least && failed[0] !== undefined)
                throw failed[0];
            return { groups_G: scored_G, failed };
        }
        finally {
            this.queue.clearQueue();
            this.ended.abort();
        }
    }
    async judge({ task, problem }, { text }) {
        const { verifier, retries, limit, onFailure } = this.judging;
        const { signal } = this.ended;
        try {
            return await withRetries(() => (verifier ?? task).verify(problem, text, signal, limit ?? undefined), {
                retries,
                signal,
            });
        }
        catch (cause) {
            if (cause instanceof VerifierFailure && onFailure === 'skip')
                return cause;
            throw cause;
        }
    }
}
