import pLimit, { type LimitFunction } from 'p-limit';
import { VerifierFailure } from '../../tasks/verifier-failure.ts';
import { PROTOCOL, type Asking, type HelloReply, type Reply } from './messages.ts';
import { LONGEST_REPLY, excerpt, readReply } from './read-reply.ts';
import type { Exchange, Transport } from './transport.ts';

/** Requests that a server gets at the same time where its greeting names no number. */
const CONCURRENCY = 8;

/** Answers of a server that may be another the next time. */
const PASSING = new Set([408, 425, 429]);

export interface ServerOptions {
  /** `The verifier judge (http://...)`. */
  readonly label: string;
  readonly name: string;
  readonly url: string;
  /** Milliseconds that the greeting may take. */
  readonly limit: number;
}

/** A server that takes each request as a POST of its own. */
export class Server implements Transport {
  readonly where: string;
  private readonly options: ServerOptions;
  private readonly closing = new AbortController();
  private queue: LimitFunction = pLimit(CONCURRENCY);
  private lastId = 0;

  constructor(options: ServerOptions) {
    this.options = options;
    this.where = options.url;
  }

  async open(): Promise<HelloReply> {
    const { name, limit } = this.options;
    const reply = await this.post({ type: 'hello', protocol: PROTOCOL, name }, { limit });
    if (reply.type !== 'hello') throw this.failure(`replied to the greeting by a ${reply.type}`, false);
    this.queue = pLimit(reply.concurrency ?? CONCURRENCY);
    return reply;
  }

  exchange(asking: Asking, how: Exchange): Promise<Reply> {
    return this.queue(() => this.post(asking, how));
  }

  async close(): Promise<void> {
    this.closing.abort(this.failure('was left with the run', false));
    this.queue.clearQueue();
  }

  private async post(asking: Asking, { limit, signal }: Exchange): Promise<Reply> {
    const id = ++this.lastId;
    const ends = [this.closing.signal, ...(signal === undefined ? [] : [signal])];
    const late = AbortSignal.timeout(limit);
    let text: string;
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
    } catch (cause) {
      for (const end of ends) end.throwIfAborted();
      if (cause instanceof VerifierFailure) throw cause;
      if (late.aborted) throw this.failure(`did not reply within ${limit / 1000} s`, true, cause);
      throw this.failure(`cannot be reached: ${reasonOf(cause)}`, true, cause);
    }
    const read = readReply(text);
    if ('why' in read) throw this.failure(read.why, true);
    if (read.reply.id === id) return read.reply;
    throw this.failure(`replied to a request ${read.reply.id}, asked for ${id}`, false);
  }

  private async bodyOf(response: Response): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length > LONGEST_REPLY) {
        throw this.failure(`sent more than ${LONGEST_REPLY / 1024 / 1024} MiB for one reply`, false);
      }
    }
    return text + decoder.decode();
  }

  private failure(how: string, retryable: boolean, cause?: unknown): VerifierFailure {
    return new VerifierFailure(`${this.options.label} ${how}.`, {
      retryable,
      hint: 'See that the server runs and that the address is right; docs/verifiers.md tells what it must do.',
      cause,
    });
  }
}

/** `fetch failed` says little; what failed is its cause. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
  if (inner instanceof AggregateError) return inner.errors.map(String).join('; ');
  return inner instanceof Error && inner.message !== '' ? inner.message : String(inner);
}
