import pLimit, {} from 'p-limit';
import { VerifierFailure } from "../../tasks/verifier-failure.js";
import { PROTOCOL } from "./messages.js";
import { LONGEST_REPLY, excerpt, readReply } from "./read-reply.js";
/** Requests that a server gets at the same time where its greeting names no number. */
const CONCURRENCY = 8;
/** Answers of a server that may be another the next time. */
const PASSING = new Set([408, 425, 429]);
/** A server that takes each request as a POST of its own. */
export class Server {
    where;
    options;
    closing = new AbortController();
    queue = pLimit(CONCURRENCY);
    lastId = 0;
    constructor(options) {
        this.options = options;
        this.where = options.url;
    }
    async open() {
        const { name, limit } = this.options;
        const reply = await this.post({ type: 'hello', protocol: PROTOCOL, name }, { limit });
        if (reply.type !== 'hello')
            throw this.failure(`replied to the greeting by a ${reply.type}`, false);
        this.queue = pLimit(reply.concurrency ?? CONCURRENCY);
        return reply;
    }
    exchange(asking, how) {
        return this.queue(() => this.post(asking, how));
    }
    async close() {
        this.closing.abort(this.failure('was left with the run', false));
        this.queue.clearQueue();
    }
    async post(asking, { limit, signal }) {
        const id = ++this.lastId;
        const ends = [this.closing.signal, ...(signal === undefined ? [] : [signal])];
        const late = AbortSignal.timeout(limit);
        let text;
        try {
            const response = await fetch(this.options.url, {
                method: 'POST',
                headers: { 'content-type': 'application/json', accept: 'application/json' },
                body: JSON.stringify({ ...asking, id }),
                signal: AbortSignal.any([late, ...ends]),
            });
            text = await this.bodyOf(response);
            if (!response.ok) {
                const retryable = response.status >= 500 || PASSING.has(response.status);
                throw this.failure(`answered ${response.status} ${response.statusText}: ${excerpt(text)}`, retryable);
            }
        }
        catch (cause) {
            for (const end of ends)
                end.throwIfAborted();
            if (cause instanceof VerifierFailure)
                throw cause;
            if (late.aborted)
                throw this.failure(`did not reply within ${limit / 1000} s`, true, cause);
            throw this.failure(`cannot be reached: ${reasonOf(cause)}`, true, cause);
        }
        const read = readReply(text);
        if ('why' in read)
            throw this.failure(read.why, true);
        if (read.reply.id === id)
            return read.reply;
        throw this.failure(`replied to a request ${read.reply.id}, asked for ${id}`, false);
    }
    async bodyOf(response) {
        const decoder = new TextDecoder();
        let text = '';
        for await (const chunk of response.body ?? []) {
            text += decoder.decode(chunk, { stream: true });
            if (text.length > LONGEST_REPLY) {
                throw this.failure(`sent more than ${LONGEST_REPLY / 1024 / 1024} MiB for one reply`, false);
            }
        }
        return text + decoder.decode();
    }
    failure(how, retryable, cause) {
        return new VerifierFailure(`${this.options.label} ${how}.`, {
            retryable,
            hint: 'See that the server runs and that the address is right; docs/verifiers.md tells what it must do.',
            cause,
        });
    }
}
/** `fetch failed` says little; what failed is its cause. */
function reasonOf(cause) {
    const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
    if (inner instanceof AggregateError)
        return inner.errors.map(String).join('; ');
    return inner instanceof Error && inner.message !== '' ? inner.message : String(inner);
}
