import { type Program } from './child.ts';
import type { Asking, HelloReply, Reply } from './messages.ts';
import type { Exchange, Transport } from './transport.ts';
/** Programs of one kind, kept running; requests go to whichever has the fewest. */
export declare class Pool implements Transport {
    readonly where: string;
    private readonly program;
    private readonly places;
    private limit;
    private readonly closing;
    constructor(program: Program, processes: number);
    open(): Promise<HelloReply>;
    exchange(asking: Asking, how: Exchange): Promise<Reply>;
    close(): Promise<void>;
    /** The program of a place; where it has ended, a new one: of several that find it so, the first starts it. */
    private childOf;
    private start;
}
