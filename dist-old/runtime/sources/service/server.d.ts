import { type Asking, type HelloReply, type Reply } from './messages.ts';
import type { Exchange, Transport } from './transport.ts';
export interface ServerOptions {
    /** `The verifier judge (http://...)`. */
    readonly label: string;
    readonly name: string;
    readonly url: string;
    /** Milliseconds that the greeting may take. */
    readonly limit: number;
}
/** A server that takes each request as a POST of its own. */
export declare class Server implements Transport {
    readonly where: string;
    private readonly options;
    private readonly closing;
    private queue;
    private lastId;
    constructor(options: ServerOptions);
    open(): Promise<HelloReply>;
    exchange(asking: Asking, how: Exchange): Promise<Reply>;
    close(): Promise<void>;
    private post;
    private bodyOf;
    private failure;
}
