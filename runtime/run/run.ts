import type { Graph } from '../graph/index.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import type { HeldoutSuite } from '../stages/evaluate.ts';
import type { Disk } from './disk.ts';
import type { EventLog } from './event-log.ts';
import type { RunEvent } from './events.ts';
import type { RunRecord } from './state.ts';
import type { Training } from './training.ts';

/** A run under way: what it trains, what it has to tell, and where it writes. */
export interface Run {
  readonly graph: Graph;
  readonly graphHash: string;
  readonly folder: string;
  readonly backend: string;
  /** Whether large products round their factors to bfloat16. */
  readonly fastMath: boolean;
  /** The version of prorl that runs it. */
  readonly prorl: string;
  readonly training: Training;
  readonly data: readonly DatasetRecord[];
  readonly suites: ReadonlyMap<string, HeldoutSuite>;
  readonly record: RunRecord;
  readonly log: EventLog;
  readonly disk: Disk;
  readonly options: RunOptions;
  /** Wall seconds so far, earlier attempts included. */
  seconds(): number;
}

export interface RunOptions {
  /** Ends the run after that many steps of the pipeline, with a checkpoint to go on from. */
  readonly maxSteps?: number | undefined;
  /** Keeps so many responses to each task of each step in samples.jsonl. */
  readonly samples?: number | undefined;
  /** Aborted: the step under way is finished, a checkpoint saved, and the run ends. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Finer than events, for a live view: what is being done, and how far it is. */
export interface Progress {
  phase: 'download' | 'load' | 'step' | 'evaluate' | 'checkpoint';
  /** The step that it belongs to; 0 before the first. */
  step: number;
  /** Of a download: bytes. */
  done: number;
  of: number;
  suite?: string;
}

export function emit(run: Run, event: RunEvent): void {
  run.log.append(event);
}

/** Gives a warning, once for each message. */
export function warn(run: Run, message: string, step: number): void {
  if (run.record.warnings.includes(message)) return;
  run.record.warnings.push(message);
  emit(run, { event: 'warning', step, seconds: run.seconds(), message });
}
