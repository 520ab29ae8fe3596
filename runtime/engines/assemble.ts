import { ExitCode, ProrlError } from '../errors.ts';
import { nodeDisk, type Disk } from '../run/disk.ts';
import type { EventLog } from '../run/event-log.ts';
import type { RunEvent } from '../run/events.ts';
import { runToEnd } from '../run/finish.ts';
import type { Lock } from '../run/lock.ts';
import type { Run, RunOptions } from '../run/run.ts';
import { emptyRecord, type SavedState } from '../run/state.ts';
import type { Summary } from '../run/summary.ts';
import { dropReference } from '../run/training.ts';
import type { Sources } from '../run/open-sources.ts';
import type { Backend } from '../tensor/backend.ts';
import { prorlVersion } from '../version.ts';
import type { MachineOptions, Prepared } from './prepare.ts';

export interface LocalRunOptions extends RunOptions, MachineOptions {
  /** The run folder; it must not exist yet, or be empty. */
  readonly out: string;
  /** The pipeline file's folder: relative model folders and task modules start there. */
  readonly baseFolder: string;
  /** Called with each event once it is written. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Tests stand in for the disk. */
  readonly disk?: Disk | undefined;
}

export interface RunResult {
  readonly summary: Summary;
  readonly folder: string;
  /** 0 where the run ended by itself or at `maxSteps`, 130 where it was interrupted. */
  readonly exitCode: ExitCode;
}

/** A run over what was prepared: from its beginning, or from where a checkpoint's `state` was saved. */
export function assemble(
  set: Prepared,
  folder: string,
  options: Pick<LocalRunOptions, 'disk' | 'maxSteps' | 'signal' | 'onProgress'>,
  from: { seconds: number; log: EventLog; state?: SavedState },
): Run {
  const began = performance.now();
  return {
    graph: set.graph,
    graphHash: set.hash,
    folder,
    backend: set.backend.name,
    fastMath: set.backend.fastMath,
    prorl: prorlVersion(),
    training: set.training,
    data: set.sources.data,
    suites: set.suites,
    record: from.state?.record ?? emptyRecord(),
    log: from.log,
    disk: options.disk ?? nodeDisk,
    options,
    seconds: () => from.seconds + (performance.now() - began) / 1000,
  };
}

/** Trains to the end, then lets go of the model; the log is closed whatever happens. */
export async function finish(run: Run, resumed: boolean): Promise<RunResult> {
  const { training } = run;
  try {
    const summary = await runToEnd(run, resumed);
    const exitCode = summary.status === 'interrupted' ? ExitCode.interrupted : ExitCode.done;
    return { summary, folder: run.folder, exitCode };
  } finally {
    run.log.close();
    training.policy.dispose();
    training.optimizer.dispose();
    dropReference(training);
  }
}

/** As records say it: not at all where products are float32. */
export function fastMathOf({ fastMath }: Backend): { fastMath?: true } {
  return fastMath ? { fastMath } : {};
}

export async function whileOpen<T>(sources: Sources, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await sources.close();
  }
}

export async function whileLocked<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Ctrl-C while the model was loaded: there is nothing yet that could be saved. */
export function refuseInterrupted({ signal }: Pick<RunOptions, 'signal'>, left: string): void {
  if (!signal?.aborted) return;
  throw new ProrlError(`Interrupted while loading: ${left}.`, {
    exitCode: ExitCode.interrupted,
    hint: 'Run the command again.',
  });
}
