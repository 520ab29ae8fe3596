/** The languages that solutions are written in. */
export type Language = 'python' | 'javascript';

/** What one job may use, over all its inputs together. */
export interface Limits {
  /** Seconds of processor time, all its processes together. */
  readonly cpuSeconds: number;
  /** Seconds from start to end, for programs that sleep or wait; those in which prorl itself was stopped don't count. */
  readonly wallSeconds: number;
  /** Bytes of memory: of the address space of each process (Python), and resident in all of them together. */
  readonly memoryBytes: number;
  /** Processes and threads at one time. */
  readonly processes: number;
  /** Open files of each process. */
  readonly openFiles: number;
  /** Bytes that the scratch folder holds; also the longest file. */
  readonly scratchBytes: number;
  /** Bytes of output for one input. */
  readonly outputBytes: number;
}

const MIB = 1024 * 1024;

/** ProRL (arXiv:2505.24864, appendix D) gives a problem 5 seconds. */
export const DEFAULT_LIMITS: Limits = {
  cpuSeconds: 5,
  wallSeconds: 10,
  memoryBytes: 512 * MIB,
  processes: 48,
  openFiles: 64,
  scratchBytes: 64 * MIB,
  outputBytes: 4 * MIB,
};

/**
 * A solution and what to feed it. Nothing here tells what the right results are: those stay outside of the
 * sandbox, so that no solution can find them.
 */
export interface Job {
  readonly language: Language;
  readonly source: string;
  /** The function to call, or null for a program that reads standard input and writes standard output. */
  readonly entry: string | null;
  /** For a program the texts of standard input; for a function the arguments, each a JSON array. */
  readonly inputs: readonly string[];
  readonly limits: Limits;
}

/** What the solution did with one input. */
export type Outcome =
  /** Standard output of a program that ended with code 0, or a function's result as JSON. Whoever wrote the solution may have forged it. */
  | { readonly ok: true; readonly output: string }
  /** It threw, ended with another code or by a signal, or wrote more than it may. */
  | { readonly ok: false; readonly why: string };

export type JobResult =
  /** One outcome for each input, in order. */
  | { readonly status: 'ran'; readonly outcomes: readonly Outcome[] }
  /** The source does not compile. */
  | { readonly status: 'not compiled'; readonly why: string }
  /** It went over a limit of the whole job and was ended. */
  | {
      readonly status: 'stopped';
      readonly limit: 'time' | 'memory' | 'processes' | 'scratch' | 'output';
      readonly why: string;
    }
  /** It ended or overwrote the process that runs it, so that nothing can be told of its results. */
  | { readonly status: 'broke'; readonly why: string };

/** A place where code runs that nobody trusts. */
export interface Sandbox {
  readonly name: 'bubblewrap' | 'quickjs' | 'none';
  /** A sentence on how it contains code here, for people. */
  readonly detail: string;
  /** Runs a job; rejects with a SandboxFailure only where the sandbox itself fails. */
  run(job: Job, signal?: AbortSignal): Promise<JobResult>;
  /** Ends everything that it started. */
  close(): Promise<void>;
}
