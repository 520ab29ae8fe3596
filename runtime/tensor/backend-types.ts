import { ExitCode, ProrlError } from '../errors.ts';

/** All backends, fastest first: the order in which one is picked when none is asked for. */
export const backendNames = ['cuda', 'native', 'webgpu', 'wasm', 'cpu'] as const;

export type BackendName = (typeof backendNames)[number];

/**
 * The most tokens (rows times columns) to put through a model at once, however much memory there is: more make nothing
 * faster. WebAssembly's heap ends at 4 GiB: 256 x 54 tokens of a 2.4M model were too many.
 */
export const maxBatchTokens: Readonly<Record<BackendName, number>> = {
  cuda: 65536,
  native: 16384,
  webgpu: 16384,
  wasm: 6144,
  cpu: 4096,
};

/** An open backend: TensorFlow.js computes on it from now on. */
export interface Backend {
  readonly name: BackendName;
  /** One line for people, such as `TensorFlow 2.21.0 through tfjs-node 4.22.0, 2 threads`. */
  readonly description: string;
  /** Whether large products round their factors to bfloat16. */
  readonly fastMath: boolean;
  /** Frees the backend with every tensor that lives on it. */
  dispose(): void;
}

export interface OpenOptions {
  /** Set when the user did not ask for this backend by name: then a software imitation is not good enough. */
  readonly automatic: boolean;
  /** Threads that one operation may use, where the backend lets that be said; default: every core. */
  readonly threads?: number | undefined;
  /** Products of bfloat16, which `native` alone has; default: float32. */
  readonly fastMath?: boolean | undefined;
}

/** One backend: how it is called and how it is opened. */
export interface BackendSpec {
  readonly name: BackendName;
  /** One line: what it is. */
  readonly summary: string;
  /** Loads it and makes it the one in use. Throws `BackendUnavailable` when it cannot work here. */
  open(options: OpenOptions): Promise<Backend>;
}

/** A backend that cannot work on this machine: why, and the command that mends it, where there is one. */
export class BackendUnavailable extends ProrlError {
  readonly backend: BackendName;
  readonly why: string;
  readonly mend: string | undefined;

  constructor(backend: BackendName, why: string, mend: string | undefined, cause?: unknown) {
    super(`The ${backend} backend does not work here: ${why}`, {
      exitCode: ExitCode.environment,
      hint:
        mend === undefined
          ? 'Leave --backend out to use the fastest that works.'
          : `Run \`${mend}\`, or leave --backend out to use the fastest that works.`,
      ...(cause === undefined ? {} : { cause }),
    });
    this.name = 'BackendUnavailable';
    this.backend = backend;
    this.why = why;
    this.mend = mend;
  }
}
