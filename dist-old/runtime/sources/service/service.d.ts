import type { Problem, Settings, Verdict } from '../../tasks/task.ts';
import type { OpenTask, OpenVerifier } from '../opened.ts';
import type { Capability } from './messages.ts';
import type { Exchange, Transport } from './transport.ts';
export interface ServiceOptions {
    readonly what: 'task' | 'verifier';
    readonly name: string;
    readonly transport: Transport;
    /** Milliseconds that one request may take. */
    readonly limit: number;
}
/** What the messages call a task or verifier that something else implements. */
export declare function labelOf({ what, name }: Pick<ServiceOptions, 'what' | 'name'>, where: string): string;
/** Something that speaks the protocol, greeted and found able to do what is asked of it. */
export declare class Service {
    private readonly options;
    private readonly breaker;
    private readonly ended;
    private constructor();
    /** Throws a ProrlError where it does not start, does not answer, or cannot do what is needed. */
    static open(options: ServiceOptions, needed: readonly Capability[]): Promise<Service>;
    generate(settings: Settings, seed: number): Promise<Problem>;
    /** One request: whoever asks repeats it where it fails. */
    verify(problem: Problem, response: string, settings: Settings, { signal, limit }: Partial<Exchange>): Promise<Verdict>;
    close(): Promise<void>;
    private ask;
}
/** A task whose problems and verdicts come from a service. */
export declare function serviceTask(name: string, service: Service): OpenTask;
/** A verifier whose verdicts come from a service, with its settings. */
export declare function serviceVerifier(name: string, settings: Settings, service: Service): OpenVerifier;
