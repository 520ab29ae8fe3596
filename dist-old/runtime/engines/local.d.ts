import { ExitCode } from '../errors.ts';
import { type Graph } from '../graph/index.ts';
import { type Disk } from '../run/disk.ts';
import type { RunEvent } from '../run/events.ts';
import { type RunOptions } from '../run/run.ts';
import type { Summary } from '../run/summary.ts';
import { type Backend } from '../tensor/backend.ts';
export interface LocalRunOptions extends RunOptions {
    /** The run folder; it must not exist yet, or be empty. */
    readonly out: string;
    /** The pipeline file's folder: relative model folders and task modules start there. */
    readonly baseFolder: string;
    /** A backend's name, `auto` (the default), or one that is open already. */
    readonly backend?: string | Backend | undefined;
    /** The most bytes that the run may take; default: what the machine has. */
    readonly memory?: number | undefined;
    /** Called with each event once it is written. */
    readonly onEvent?: ((event: RunEvent) => void) | undefined;
    /** Tests stand in for the disk. */
    readonly disk?: Disk | undefined;
}
export interface ResumeOptions extends Omit<LocalRunOptions, 'out' | 'baseFolder'> {
    /** The graph that the caller believes to resume: another one than the run's is refused. */
    readonly graph?: Graph | undefined;
    /** Goes on although the data sets are not what the run began with. */
    readonly changedData?: boolean | undefined;
}
export interface RunResult {
    readonly summary: Summary;
    readonly folder: string;
    /** 0 where the run ended by itself or at `maxSteps`, 130 where it was interrupted. */
    readonly exitCode: ExitCode;
}
/**
 * Runs a graph on this machine, from its model to a better one. Nothing is written before the backend is open, the
 * model and the tasks are loaded, and they fit together. The backend stays open: it belongs to the process.
 * Throws a ProrlError where something does not fit or the run fails; a failed run still has its summary.json.
 */
export declare function runLocal(graph: Graph, options: LocalRunOptions): Promise<RunResult>;
/**
 * Goes on with a run from its newest checkpoint, exactly: on the same backend the rest is the same to the bit as if
 * it had never stopped. What was logged after the checkpoint is cut off and done again.
 */
export declare function resumeLocal(out: string, options?: ResumeOptions): Promise<RunResult>;
