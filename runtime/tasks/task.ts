/**
 * The interface between the runtime and whatever can pose and verify problems.
 * Standard-library tasks and those of other packages implement it alike.
 */

/** A closed range of whole numbers, as `2..4` is written in a pipeline. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Setting = number | string | boolean | Range;
export type Settings = Readonly<Record<string, Setting>>;

/** What a task takes for one setting: its kind, its bounds (both included) and its default. */
export type SettingShape =
  | { readonly kind: 'range'; readonly within: Range; readonly default: Range }
  | { readonly kind: 'whole'; readonly within: Range; readonly default: number }
  | { readonly kind: 'fraction'; readonly default: number }
  | { readonly kind: 'flag'; readonly default: boolean }
  | {
      readonly kind: 'text';
      readonly oneOf?: readonly string[];
      /** Several of `oneOf` may stand in the text, with commas between. */
      readonly several?: boolean;
      readonly default: string;
    };

export type SettingsShape = Readonly<Record<string, SettingShape>>;

/** Uniform random draws from one named stream; all randomness of a task comes from here. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
}

export interface Problem {
  /** What the policy is asked. Two problems of a task with the same prompt are the same problem. */
  readonly prompt: string;
  /** The reference answer in the task's canonical form. */
  readonly answer: string;
  /** Whatever the verifier or the worked solution needs besides the answer; plain JSON. */
  readonly data?: unknown;
}

export interface Verdict {
  /** Exact or partial credit, from 0 to 1. */
  readonly score: number;
  /** True where the answer is wholly right: what pass@k counts. */
  readonly correct: boolean;
}

export interface Task<S extends Settings = Settings> {
  readonly name: string;
  /** The settings it takes, where it can say so: checks and documentation read them. */
  readonly settings?: SettingsShape;
  /**
   * Poses a problem. The same settings and stream give the same problem. All draws from `random` are made
   * before the first `await`. Throws ProrlError on settings it cannot serve.
   */
  generate(settings: S, random: Random): Problem | Promise<Problem>;
  /**
   * Judges a whole response (reasoning included): a function of the problem and the response alone. No text of
   * a policy makes it throw; where its infrastructure fails (a process, a connection), it throws VerifierFailure.
   * `signal` aborts when the run ends or the time limit passes.
   */
  verify(problem: Problem, response: string, signal?: AbortSignal): Verdict | Promise<Verdict>;
  /** A worked solution in the form the policy should write, ending in `<answer>...</answer>`. */
  solve?(problem: Problem): string;
  /** The worked solution with exactly one slip made and carried through, so that it looks right and is wrong. */
  slip?(problem: Problem, random: Random): string;
  /** It bounds the time of `verify` itself, and counts none that a response waits for its turn: nothing else cuts it off. */
  readonly boundsItself?: boolean;
  /** Ends processes and connections. Called once when the run ends, also when it fails. */
  close?(): Promise<void>;
}

/** A task that poses and judges without waiting for anything, and can show its work. */
export interface ProceduralTask<S extends Settings = Settings> extends Task<S> {
  readonly settings: SettingsShape;
  generate(settings: S, random: Random): Problem;
  verify(problem: Problem, response: string, signal?: AbortSignal): Verdict;
  solve(problem: Problem): string;
}

/** What judges responses to problems that something else posed: what `verifier NAME = code(...)` names. */
export interface Verifier<S extends Settings = Settings> {
  readonly name: string;
  /** The settings it takes, where it can say so. */
  readonly settings?: SettingsShape;
  /** As `verify` of a task, with the settings that the pipeline gives the verifier. */
  verify(problem: Problem, response: string, settings: S, signal?: AbortSignal): Verdict | Promise<Verdict>;
  /**
   * What a reference answer of a data set is instead of an answer that responses can be compared with, such as
   * `a text of 4 lines`; null where it is one. Where all are doubted the run stops before it begins.
   */
  doubt?(answer: string): string | null;
  /** As of a task. */
  readonly boundsItself?: boolean;
  /** Ends processes and connections. Called once when the run ends, also when it fails. */
  close?(): Promise<void>;
}
