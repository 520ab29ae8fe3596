import { setTimeout as wait } from 'node:timers/promises';
import pLimit, {} from 'p-limit';
import { VerifierFailure } from "../../tasks/verifier-failure.js";
import { Child } from "./child.js";
/** Milliseconds before a program that ended is started again: doubled each time, up to the second. */
const RESTART = [100, 5000];
/** Programs of one kind, kept running; requests go to whichever has the fewest. */
export class Pool {
    where;
    program;
    places;
    limit;
    closing = new AbortController();
    constructor(program, processes) {
        this.program = program;
        this.where = [program.command, ...program.arguments].join(' ');
        this.places = Array.from({ length: processes }, () => ({ child: null, busy: 0, ended: 0 }));
        this.limit = pLimit(processes);
    }
    async open() {
        const started = await Promise.allSettled(this.places.map((place) => this.childOf(place)));
        const failed = started.find((one) => one.status === 'rejected');
        if (failed !== undefined) {
            await this.close();
            throw failed.reason;
        }
        const { hello } = started[0].value;
        this.limit = pLimit(this.places.length * (hello.concurrency ?? 1));
        return hello;
    }
    exchange(asking, how) {
        return this.limit(async () => {
            how.signal?.throwIfAborted();
            const place = this.places.reduce((least, one) => (one.busy < least.busy ? one : least));
            place.busy += 1;
            try {
                const child = await this.childOf(place);
                const reply = await child.exchange(asking, how);
                place.ended = 0;
                return reply;
            }
            finally {
                place.busy -= 1;
            }
        });
    }
    async close() {
        this.closing.abort(new VerifierFailure('The run has ended.', { retryable: false }));
        this.limit.clearQueue();
        await Promise.all(this.places.map(async ({ child }) => {
            const started = await child?.catch(() => null);
            await started?.end();
        }));
    }
    /** The program of a place; where it has ended, a new one: of several that find it so, the first starts it. */
    async childOf(place) {
        const { child } = place;
        if (child !== null && (await isAlive(child)))
            return child;
        if (place.child === child)
            place.child = this.start(place);
        return place.child;
    }
    async start(place) {
        const { signal } = this.closing;
        signal.throwIfAborted();
        const [first, longest] = RESTART;
        const pause = place.ended === 0 ? 0 : Math.min(longest, first * 2 ** (place.ended - 1));
        place.ended += 1;
        if (pause > 0)
            await wait(pause, undefined, { signal });
        return Child.start(this.program, signal);
    }
}
function isAlive(child) {
    return child.then(({ alive }) => alive, () => false);
}
