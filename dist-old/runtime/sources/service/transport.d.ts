import type { Asking, HelloReply, Reply } from './messages.ts';
/** How one request is made. */
export interface Exchange {
    /** Milliseconds until it is given up. */
    readonly limit: number;
    readonly signal?: AbortSignal | undefined;
}
/** A way to something that speaks the protocol. What goes wrong on it is a VerifierFailure. */
export interface Transport {
    /** Where it leads, for messages: a command, an address. */
    readonly where: string;
    /** Makes it ready and greets the other side. */
    open(): Promise<HelloReply>;
    exchange(asking: Asking, how: Exchange): Promise<Reply>;
    /** Leaves nothing behind; requests under way fail. */
    close(): Promise<void>;
}
