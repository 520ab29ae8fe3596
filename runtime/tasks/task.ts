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
  | { readonly kind: 'text'; readonly oneOf?: readonly string[]; readonly default: string };

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
  /** Poses a problem. The same settings and stream give the same problem. Throws ProrlError on settings it cannot serve. */
  generate(settings: S, random: Random): Problem;
  /** Judges a whole response (reasoning included). Pure; never throws on any text. */
  verify(problem: Problem, response: string): Verdict;
  /** A worked solution in the form the policy should write, ending in `<answer>...</answer>`. */
  solve?(problem: Problem): string;
  /** The worked solution with exactly one slip made and carried through, so that it looks right and is wrong. */
  slip?(problem: Problem, random: Random): string;
}
