import { readAnswer, writeAnswer } from './answer.ts';
import { readSettings, type ValuesOf } from './settings.ts';
import type { ProceduralTask, Problem, Random, SettingsShape, Verdict } from './task.ts';

/** A worked solution: the steps as the policy should write them, and the answer they lead to. */
export interface Worked {
  readonly steps: string;
  readonly answer: string;
}

/**
 * A procedural task with exact answers. `D` is what a problem is made of (plain JSON): the worked
 * solution and its slips are computed from it, the prompt shows it.
 */
export interface TaskDefinition<S extends SettingsShape, D> {
  readonly name: string;
  readonly settings: S;
  pose(values: ValuesOf<S>, random: Random): D;
  prompt(parts: D): string;
  /** Solves a problem step by step; its answer is the reference answer. */
  work(parts: D): Worked;
  /** The same with exactly one slip, carried through. Its answer must differ from the right one. */
  slip(parts: D, random: Random): Worked;
  /** Whether a given answer is as good as the reference one. Bounded in time and never throwing on any text. */
  accepts(given: string, expected: string): boolean;
}

const WRONG: Verdict = { score: 0, correct: false };
const RIGHT: Verdict = { score: 1, correct: true };

/** Makes a Task of a definition: checks settings, reads answers, and refuses a slip that is right. */
export function defineTask<const S extends SettingsShape, D>(
  definition: TaskDefinition<S, D>,
): ProceduralTask {
  const { name, settings: shape } = definition;
  return {
    name,
    settings: shape,
    generate(settings, random): Problem {
      const parts = definition.pose(readSettings(name, shape, settings), random);
      return { prompt: definition.prompt(parts), answer: definition.work(parts).answer, data: parts };
    },
    verify(problem, response): Verdict {
      const given = readAnswer(response);
      return given !== undefined && definition.accepts(given, problem.answer) ? RIGHT : WRONG;
    },
    solve(problem): string {
      return write(definition.work(problem.data as D));
    },
    slip(problem, random): string {
      const slipped = definition.slip(problem.data as D, random);
      if (definition.accepts(slipped.answer, problem.answer)) {
        throw new Error(
          `The slip of ${name} on "${problem.prompt}" reaches the right answer: ${write(slipped)}`,
        );
      }
      return write(slipped);
    },
  };
}

function write(worked: Worked): string {
  return worked.steps + writeAnswer(worked.answer);
}
