import type { Cage } from './cage.ts';
import type { Job, JobResult } from './job.ts';
/** What is asked of a thread that runs jobs, and what it answers. */
export type KeeperRequest = {
    readonly kind: 'run';
    readonly id: number;
    readonly cage: Cage;
    readonly job: Job;
} | {
    readonly kind: 'abort';
    readonly id: number;
};
export type KeeperReply = {
    readonly id: number;
    readonly result: JobResult;
}
/** The sandbox itself failed, not the solution. */
 | {
    readonly id: number;
    readonly failure: string;
};
