import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Cage } from './cage.ts';
import type { Job, JobResult, Sandbox } from './job.ts';
import { JobThread } from './job-thread.ts';

/** A sandbox of processes under bubblewrap, or without: as many jobs at a time as there are cores. */
export function cagedSandbox(cage: Cage): Sandbox {
  const thread = new JobThread<JobResult>('runtime/sandbox/keeper');
  const controller = new AbortController();
  const next = pLimit(availableParallelism());
  const { executable, version, language } = cage.interpreter;
  return {
    name: cage.bwrap === null ? 'none' : 'bubblewrap',
    detail: `${cage.bwrap === null ? 'no sandbox' : 'bubblewrap'}${cage.user === null ? '' : ` as user ${cage.user}`}, ${language} ${version} (${executable})`,
    run: (job: Job, signal?: AbortSignal) =>
      next(() =>
        thread.ask(
          { kind: 'run', cage, job },
          signal === undefined ? controller.signal : AbortSignal.any([controller.signal, signal]),
          (id) => ({ kind: 'abort', id }),
        ),
      ),
    close: async () => {
      // Jobs end first: a thread that goes away could not wait for their processes.
      controller.abort(new Error('The sandbox was closed.'));
      await next(() => undefined);
      await thread.end();
    },
  };
}
