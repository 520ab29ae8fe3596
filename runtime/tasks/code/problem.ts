import type { Language, Limits } from '../../sandbox/index.ts';
import { ExitCode, ProrlError } from '../../errors.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What a program must write when it reads `stdin`. */
export interface ProgramTest {
  readonly stdin: string;
  readonly stdout: string;
}

/** What the function must give for these arguments. */
export interface CallTest {
  readonly args: readonly Json[];
  readonly expected: Json;
}

/** The same as JSON texts, which hold whole numbers of any length. */
export interface CallTestText {
  readonly argsJson: string;
  readonly expectedJson: string;
}

/** How results are compared; exactly where left out. */
export interface Comparison {
  /** Compares the words of standard output, however they are spaced. */
  readonly tokens?: boolean;
  /** Numbers are equal that differ by at most this, absolutely or relative to the expected one. Implies `tokens`. */
  readonly tolerance?: number;
}

/** A problem whose answer is code: plain JSON, in a problem's `data`. */
export interface CodeProblem {
  readonly language: Language;
  /** The function that is called; left out, the code is a program that reads standard input. */
  readonly function?: string;
  readonly tests: readonly (ProgramTest | CallTest | CallTestText)[];
  readonly comparison?: Comparison;
  /** Limits that differ from ProRL's. */
  readonly limits?: Partial<Limits>;
}

/**
 * What the solution is fed, in the form that a sandbox takes, and what must come of it. Throws ProrlError where the
 * problem is not one: it comes from files that others wrote.
 */
export function readCodeProblem(
  data: unknown,
  prompt: string,
): { problem: CodeProblem; inputs: string[]; expected: string[] } {
  const unfit = (what: string, hint: string): ProrlError =>
    new ProrlError(`A code problem ${what} (${JSON.stringify(prompt.slice(0, 60))}).`, {
      exitCode: ExitCode.pipeline,
      hint,
    });
  const problem = (data ?? {}) as CodeProblem;
  if (problem.language !== 'python' && problem.language !== 'javascript') {
    throw unfit(
      `names the language ${JSON.stringify(problem.language)}`,
      'Code is judged in "python" or "javascript": write one as `language`.',
    );
  }
  const name = problem.function;
  if (name !== undefined && !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    throw unfit(
      `calls ${JSON.stringify(name)}, which names no function`,
      'Write the name alone, as in "solve".',
    );
  }
  if (!Array.isArray(problem.tests) || problem.tests.length === 0) {
    throw unfit('has no tests', 'Give at least one in `tests`: without one, any code would be right.');
  }
  const pairs = problem.tests.map(
    (test: Partial<ProgramTest & CallTest & CallTestText>, i): [string, string] => {
      const { stdin, stdout, args, expected, argsJson, expectedJson } = test;
      if (name === undefined && typeof stdin === 'string' && typeof stdout === 'string')
        return [stdin, stdout];
      if (name !== undefined && typeof argsJson === 'string' && typeof expectedJson === 'string') {
        if (!Array.isArray(readJson(argsJson)) || readJson(expectedJson) === undefined) {
          throw unfit(
            `has a test ${i + 1} whose argsJson or expectedJson is no JSON`,
            'The arguments are a JSON array, even of one.',
          );
        }
        return [argsJson, expectedJson];
      }
      if (name !== undefined && Array.isArray(args) && expected !== undefined) {
        if (holdsInexact(args) || holdsInexact(expected)) {
          throw unfit(
            `has a number in test ${i + 1} that JavaScript cannot hold exactly`,
            'Write the test as JSON texts: argsJson and expectedJson in place of args and expected.',
          );
        }
        return [JSON.stringify(args), JSON.stringify(expected)];
      }
      throw unfit(
        `has a test ${i + 1} that is none`,
        name === undefined
          ? 'A program is tested by { stdin, stdout }, two texts; a function has its name in `function`.'
          : 'A function is tested by { args, expected }, a list and a value, or by argsJson and expectedJson.',
      );
    },
  );
  return {
    problem,
    inputs: pairs.map(([input]) => input),
    expected: pairs.map(([, expected]) => expected),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON value is undefined
  }
}

function holdsInexact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInexact);
}
