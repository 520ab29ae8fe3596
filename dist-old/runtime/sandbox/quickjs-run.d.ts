import type { Job, JobResult } from './job.ts';
/** Runs a JavaScript job in QuickJS, each input in a context of its own. Blocks its thread while it runs. */
export declare function runInQuickJs(job: Job): Promise<JobResult>;
