import { type Cage } from './cage.ts';
import type { Job, JobResult } from './job.ts';
/**
 * Runs one job to its end and leaves nothing behind. The kernel's own limits hold each process; what all of them
 * use together is looked at from outside, and what is over it is ended with all its descendants at once: they
 * live in a process namespace whose first process goes.
 */
export declare function launch(cage: Cage, job: Job, signal?: AbortSignal): Promise<JobResult>;
