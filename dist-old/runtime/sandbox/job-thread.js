import { Worker } from 'node:worker_threads';
/** This file's own extension tells whether the package runs from its source or as compiled. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
/** The sandbox failed, not the solution: what a verifier must not take for a wrong answer. */
export class SandboxFailure extends Error {
    name = 'SandboxFailure';
}
/** Requests to a thread of this room, each answered by its number. Keeps the process alive only while one waits. */
export class JobThread {
    #worker;
    #waiting = new Map();
    #last = 0;
    #ended;
    /** `module`: the thread's file in this folder, without extension. */
    constructor(module) {
        this.#worker = startWorker(module);
        this.#worker.unref();
        this.#worker.on('message', (reply) => {
            const waiting = this.#waiting.get(reply.id);
            if ('result' in reply)
                waiting?.resolve(reply.result);
            else
                waiting?.reject(new SandboxFailure(reply.failure));
        });
        this.#worker.on('error', (error) => this.#fail(`its thread failed: ${error.message}`));
        this.#worker.on('exit', () => this.#fail('its thread ended'));
    }
    /** Sends a request; `onAbort` gives the message that stops it early. */
    async ask(request, signal, onAbort) {
        signal?.throwIfAborted();
        if (this.#ended !== undefined)
            throw new SandboxFailure(this.#ended);
        const id = ++this.#last;
        const stop = () => this.#worker.postMessage(onAbort?.(id));
        try {
            return await new Promise((resolve, reject) => {
                this.#waiting.set(id, { resolve, reject });
                this.#worker.ref();
                this.#worker.postMessage({ ...request, id });
                if (onAbort !== undefined)
                    signal?.addEventListener('abort', stop, { once: true });
            });
        }
        catch (error) {
            signal?.throwIfAborted();
            throw error;
        }
        finally {
            signal?.removeEventListener('abort', stop);
            this.#waiting.delete(id);
            if (this.#waiting.size === 0)
                this.#worker.unref();
        }
    }
    /** Ends the thread; what still waits is rejected. */
    async end() {
        await this.#worker.terminate();
    }
    #fail(why) {
        this.#ended ??= why;
        for (const { reject } of this.#waiting.values())
            reject(new SandboxFailure(why));
    }
}
function startWorker(module) {
    const url = new URL(`./${module}${FROM_SOURCE ? '.ts' : '.js'}`, import.meta.url);
    if (!FROM_SOURCE)
        return new Worker(url);
    // A loader of TypeScript is not passed on to threads by every Node.
    const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
    return new Worker(start, { eval: true, execArgv: [] });
}
