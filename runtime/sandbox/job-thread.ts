import type { Worker } from 'node:worker_threads';
import { startThread, type OwnModule } from '../own-modules.ts';

type Reply<T> =
  { readonly id: number; readonly result: T } | { readonly id: number; readonly failure: string };

/** The sandbox failed, not the solution: what a verifier must not take for a wrong answer. */
export class SandboxFailure extends Error {
  override readonly name = 'SandboxFailure';
}

/** Requests to a thread of this room, each answered by its number. Keeps the process alive only while one waits. */
export class JobThread<T> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve(result: T): void; reject(error: Error): void }>();
  #last = 0;
  #ended: string | undefined;

  /** `module`: the thread's file. */
  constructor(module: OwnModule) {
    this.#worker = startThread(module);
    this.#worker.unref();
    this.#worker.on('message', (reply: Reply<T>) => {
      const waiting = this.#waiting.get(reply.id);
      if ('result' in reply) waiting?.resolve(reply.result);
      else waiting?.reject(new SandboxFailure(reply.failure));
    });
    this.#worker.on('error', (error) => this.#fail(`its thread failed: ${error.message}`));
    this.#worker.on('exit', () => this.#fail('its thread ended'));
  }

  /** Sends a request; `onAbort` gives the message that stops it early. */
  async ask(request: object, signal?: AbortSignal, onAbort?: (id: number) => object): Promise<T> {
    signal?.throwIfAborted();
    if (this.#ended !== undefined) throw new SandboxFailure(this.#ended);
    const id = ++this.#last;
    const stop = (): void => this.#worker.postMessage(onAbort?.(id));
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.#worker.ref();
        this.#worker.postMessage({ ...request, id });
        if (onAbort !== undefined) signal?.addEventListener('abort', stop, { once: true });
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
    }
  }

  /** Ends the thread; what still waits is rejected. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(why: string): void {
    this.#ended ??= why;
    for (const { reject } of this.#waiting.values()) reject(new SandboxFailure(why));
  }
}
