import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { VerifierFailure } from '../../tasks/verifier-failure.ts';
import { Child, type Program } from './child.ts';
import type { Asking, HelloReply, Reply } from './messages.ts';
import type { Exchange, Transport } from './transport.ts';

/** Milliseconds before a program that ended is started again: doubled each time, up to the second. */
const RESTART = [100, 5000] as const;

/** One place of the pool, with the program that runs in it. */
interface Place {
  /** Null: it ended, and is started when it is next needed. */
  child: Promise<Child> | null;
  busy: number;
  /** How often it ended since it last replied. */
  ended: number;
}

/** Programs of one kind, kept running; requests go to whichever has the fewest. */
export class Pool implements Transport {
  readonly where: string;
  private readonly program: Program;
  private readonly places: Place[];
  private limit: LimitFunction;
  private readonly closing = new AbortController();

  constructor(program: Program, processes: number) {
    this.program = program;
    this.where = [program.command, ...program.arguments].join(' ');
    this.places = Array.from({ length: processes }, () => ({ child: null, busy: 0, ended: 0 }));
    this.limit = pLimit(processes);
  }

  async open(): Promise<HelloReply> {
    const started = await Promise.allSettled(this.places.map((place) => this.childOf(place)));
    const failed = started.find((one) => one.status === 'rejected');
    if (failed !== undefined) {
      await this.close();
      throw failed.reason;
    }
    const { hello } = (started[0] as PromiseFulfilledResult<Child>).value;
    this.limit = pLimit(this.places.length * (hello.concurrency ?? 1));
    return hello;
  }

  exchange(asking: Asking, how: Exchange): Promise<Reply> {
    return this.limit(async () => {
      how.signal?.throwIfAborted();
      const place = this.places.reduce((least, one) => (one.busy < least.busy ? one : least));
      place.busy += 1;
      try {
        const child = await this.childOf(place);
        const reply = await child.exchange(asking, how);
        place.ended = 0;
        return reply;
      } finally {
        place.busy -= 1;
      }
    });
  }

  async close(): Promise<void> {
    this.closing.abort(new VerifierFailure('The run has ended.', { retryable: false }));
    this.limit.clearQueue();
    await Promise.all(
      this.places.map(async ({ child }) => {
        const started = await child?.catch(() => null);
        await started?.end();
      }),
    );
  }

  /** The program of a place; where it has ended, a new one: of several that find it so, the first starts it. */
  private async childOf(place: Place): Promise<Child> {
    const { child } = place;
    if (child !== null && (await isAlive(child))) return child;
    if (place.child === child) place.child = this.start(place);
    return place.child!;
  }

  private async start(place: Place): Promise<Child> {
    const { signal } = this.closing;
    signal.throwIfAborted();
    const [first, longest] = RESTART;
    const pause = place.ended === 0 ? 0 : Math.min(longest, first * 2 ** (place.ended - 1));
    place.ended += 1;
    if (pause > 0) await wait(pause, undefined, { signal });
    return Child.start(this.program, signal);
  }
}

function isAlive(child: Promise<Child>): Promise<boolean> {
  return child.then(
    ({ alive }) => alive,
    () => false,
  );
}
