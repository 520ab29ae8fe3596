import { parentPort } from 'node:worker_threads';
import type { Job, JobResult } from './job.ts';
import { runInQuickJs } from './quickjs-run.ts';

/** The thread in which QuickJS runs: a solution may block it, and it may be ended from outside at any moment. */
parentPort!.on('message', ({ id, job }: { id: number; job: Job }) => {
  runInQuickJs(job).then(
    (result: JobResult) => parentPort!.postMessage({ id, result }),
    (error: unknown) =>
      // A module that ran out of its own memory is of no use any more; the next job gets another thread.
      parentPort!.postMessage({ id, failure: error instanceof Error ? error.message : String(error) }),
  );
});
