import { setMaxListeners } from 'node:events';
import { ExitCode, ProrlError } from "../../errors.js";
import { withRetries } from "../../tasks/retry.js";
import { VerifierFailure } from "../../tasks/verifier-failure.js";
import { Breaker } from "./breaker.js";
/** How often a failed request for a problem is made again; for verdicts the pipeline says so. */
const RETRIES = 2;
/** What the messages call a task or verifier that something else implements. */
export function labelOf({ what, name }, where) {
    return `The ${what} ${name} (${where})`;
}
/** Something that speaks the protocol, greeted and found able to do what is asked of it. */
export class Service {
    options;
    breaker;
    ended = new AbortController();
    constructor(options) {
        this.options = options;
        setMaxListeners(0, this.ended.signal);
        this.breaker = new Breaker(labelOf(options, options.transport.where));
    }
    /** Throws a ProrlError where it does not start, does not answer, or cannot do what is needed. */
    static async open(options, needed) {
        const { transport } = options;
        const label = labelOf(options, transport.where);
        let able;
        try {
            able = (await transport.open()).capabilities;
        }
        catch (cause) {
            await transport.close();
            if (!(cause instanceof VerifierFailure))
                throw cause;
            throw new ProrlError(cause.message, {
                exitCode: ExitCode.environment,
                hint: cause.hint ?? 'docs/verifiers.md tells what it must do.',
                cause,
            });
        }
        const missing = needed.filter((one) => !able.includes(one));
        if (missing.length === 0)
            return new Service(options);
        await transport.close();
        throw new ProrlError(`${label} does not offer \`${missing.join('` and `')}\`, which a ${options.what} needs.`, {
            exitCode: ExitCode.pipeline,
            hint: `Its greeting names what it can do in "capabilities": ${able.length === 0 ? 'nothing' : able.join(', ')}.`,
        });
    }
    async generate(settings, seed) {
        const asking = { type: 'generate', settings, seed };
        const { signal } = this.ended;
        const reply = await withRetries(() => this.ask(asking, 'problem', { signal }), {
            retries: RETRIES,
            signal,
        });
        return reply.problem;
    }
    /** One request: whoever asks repeats it where it fails. */
    async verify(problem, response, settings, { signal, limit }) {
        const either = signal === undefined ? this.ended.signal : AbortSignal.any([signal, this.ended.signal]);
        const asking = { type: 'verify', settings, problem, response };
        const { score, correct } = await this.ask(asking, 'verdict', {
            signal: either,
            ...(limit === undefined ? {} : { limit }),
        });
        return { score, correct };
    }
    async close() {
        this.ended.abort(new VerifierFailure('The run has ended.', { retryable: false }));
        await this.options.transport.close();
    }
    ask(asking, wanted, how) {
        return this.breaker.run(async () => {
            const { transport, limit } = this.options;
            const reply = await transport.exchange(asking, { limit, ...how });
            if (reply.type === wanted)
                return reply;
            const label = labelOf(this.options, transport.where);
            if (reply.type === 'failure') {
                throw new VerifierFailure(`${label} could not serve a request: ${reply.message}`, {
                    retryable: reply.retry ?? false,
                });
            }
            throw new VerifierFailure(`${label} replied to ${asking.type} by a ${reply.type}.`, {
                retryable: false,
            });
        });
    }
}
/** A task whose problems and verdicts come from a service. */
export function serviceTask(name, service) {
    return {
        name,
        generate: (settings, random) => service.generate(settings, random.int(0, 2 ** 32 - 1)),
        verify: (problem, response, signal, limit) => service.verify(problem, response, {}, how(signal, limit)),
        close: () => service.close(),
    };
}
/** A verifier whose verdicts come from a service, with its settings. */
export function serviceVerifier(name, settings, service) {
    return {
        name,
        verify: (problem, response, signal, limit) => service.verify(problem, response, settings, how(signal, limit)),
        close: () => service.close(),
    };
}
function how(signal, limit) {
    return { signal, ...(limit === undefined || limit === null ? {} : { limit }) };
}
