import { type Asking, type HelloReply, type Reply } from './messages.ts';
import type { Exchange } from './transport.ts';
/** What is started, and what it is called in messages. */
export interface Program {
    /** `The verifier judge (python3 judge.py)`. */
    readonly label: string;
    readonly name: string;
    readonly command: string;
    readonly arguments: readonly string[];
    /** Where it is started. */
    readonly folder: string;
}
/** One running program that takes requests by lines on its standard input, and replies on its standard output. */
export declare class Child {
    /** What it said of itself when it was greeted. */
    hello: HelloReply;
    private readonly program;
    private readonly process;
    private readonly waiting;
    private readonly exited;
    private readonly complaints;
    private lastId;
    /** Why nothing more can be asked; null while it lives. */
    private over;
    private constructor();
    /** Starts a program and greets it. Throws VerifierFailure where it does not start, or greets otherwise. */
    static start(program: Program, signal: AbortSignal): Promise<Child>;
    get alive(): boolean;
    /** Sends a request and waits for its reply. When it takes too long, the program is ended. */
    exchange(asking: Asking, { limit, signal }: Exchange): Promise<Reply>;
    /** Ends the program: first by the end of its input, then by force. Nothing of its group is left. */
    end(): Promise<void>;
    private take;
    private complain;
    /** Everything that waits fails, and the program is ended. */
    private fail;
    private stop;
}
