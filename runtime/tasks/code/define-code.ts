import { writeAnswer } from '../answer.ts';
import { readSettings, type ValuesOf } from '../settings.ts';
import type { Problem, Random, SettingsShape, Task } from '../task.ts';
import { judgeCode } from './judge.ts';
import type { CodeProblem } from './problem.ts';
import { closeCode } from './verifier.ts';

/** A procedural task whose answer is code. `D` is what a problem is made of (plain JSON). */
export interface CodeTaskDefinition<S extends SettingsShape, D> {
  readonly name: string;
  readonly settings: S;
  pose(values: ValuesOf<S>, random: Random): D;
  prompt(parts: D): string;
  /** Code that passes all tests. */
  solution(parts: D): string;
  /** Code that looks like a solution and fails a test. */
  wrong?(parts: D, random: Random): string;
  /** How code is tested: a function of the parts alone. */
  tests(parts: D): CodeProblem;
}

/** What a problem of such a task carries. */
interface Carried<D> {
  readonly parts: D;
  readonly code: CodeProblem;
}

/** Makes a Task of a definition: its solutions are run in the sandbox, and score the fraction of tests passed. */
export function defineCodeTask<const S extends SettingsShape, D>(
  definition: CodeTaskDefinition<S, D>,
): Task & Required<Pick<Task, 'settings' | 'solve'>> {
  const { name, settings: shape, wrong } = definition;
  const partsOf = (problem: Problem): D => (problem.data as Carried<D>).parts;
  return {
    name,
    settings: shape,
    generate(settings, random): Problem {
      const parts = definition.pose(readSettings(name, shape, settings), random);
      const data: Carried<D> = { parts, code: definition.tests(parts) };
      return { prompt: definition.prompt(parts), answer: definition.solution(parts), data };
    },
    async verify(problem, response, signal) {
      const { code } = problem.data as Carried<D>;
      const { score, correct } = await judgeCode(code, problem.prompt, response, signal);
      return { score, correct };
    },
    solve: (problem) => writeAnswer(definition.solution(partsOf(problem))),
    ...(wrong === undefined
      ? {}
      : { slip: (problem: Problem, random: Random) => writeAnswer(wrong(partsOf(problem), random)) }),
    boundsItself: true,
    close: closeCode,
  };
}
