/** Exit codes of the command line, also carried by errors that know how a run should end. */
export const ExitCode = {
  done: 0,
  /** The run itself failed: training broke, the disk filled, a guard gave up. */
  runFailed: 1,
  /** The command line was wrong. */
  usage: 2,
  /** The pipeline, its graph or a file it names has errors. */
  pipeline: 3,
  /** The environment lacks something: a backend, a package, memory. */
  environment: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/**
 * A failure that a user can understand and mend. The message says what is wrong and where;
 * `hint` says how to mend it. Anything else that is thrown is a defect of prorl itself.
 */
export class ProrlError extends Error {
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;

  constructor(message: string, options: { exitCode: ExitCode; hint?: string; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ProrlError';
    this.exitCode = options.exitCode;
    this.hint = options.hint;
  }
}
