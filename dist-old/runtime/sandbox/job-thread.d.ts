/** The sandbox failed, not the solution: what a verifier must not take for a wrong answer. */
export declare class SandboxFailure extends Error {
    readonly name = "SandboxFailure";
}
/** Requests to a thread of this room, each answered by its number. Keeps the process alive only while one waits. */
export declare class JobThread<T> {
    #private;
    /** `module`: the thread's file in this folder, without extension. */
    constructor(module: string);
    /** Sends a request; `onAbort` gives the message that stops it early. */
    ask(request: object, signal?: AbortSignal, onAbort?: (id: number) => object): Promise<T>;
    /** Ends the thread; what still waits is rejected. */
    end(): Promise<void>;
}
