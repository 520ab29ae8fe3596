import pLimit from 'p-limit';
import { alarm } from '../standstill.ts';
import type { Job, JobResult, Sandbox } from './job.ts';
import { JobThread, SandboxFailure } from './job-thread.ts';

/** Milliseconds beyond the limit after which a thread is ended that does not stop by itself. */
const GRACE = 500;

/**
 * Plain JavaScript in QuickJS, compiled to WebAssembly: no files, no network, no processes, because none of them is
 * there. Needs nothing of the machine; slower than Node by one to two orders of magnitude.
 */
export function quickJsSandbox(): Sandbox {
  let thread: JobThread<JobResult> | undefined;
  const next = pLimit(1);
  const renew = async (): Promise<void> => {
    const old = thread;
    thread = undefined;
    await old?.end();
  };
  const runOne = async (job: Job, signal?: AbortSignal): Promise<JobResult> => {
    signal?.throwIfAborted();
    thread ??= new JobThread('runtime/sandbox/quickjs-thread');
    const { cpuSeconds } = job.limits;
    let over = false;
    const silence = alarm(cpuSeconds * 1000 + GRACE, () => {
      over = true;
      void renew();
    });
    const stop = (): void => void renew();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await thread.ask({ job }, signal);
    } catch (error) {
      if (over) return { status: 'stopped', limit: 'time', why: `it took more than ${cpuSeconds} s` };
      // QuickJS reports what the solution did wrong; what it fails on itself was brought about by the solution,
      // mostly by its memory, and is not to be met again with the same module.
      await renew();
      if (error instanceof SandboxFailure) return { status: 'broke', why: error.message };
      throw error;
    } finally {
      silence();
      signal?.removeEventListener('abort', stop);
    }
  };
  return {
    name: 'quickjs',
    detail: 'QuickJS in WebAssembly, plain JavaScript only',
    run: (job, signal) => next(() => runOne(job, signal)),
    close: renew,
  };
}
