import { readAnswer, writeAnswer } from './answer.ts';
import { readSettings, type ValuesOf } from './settings.ts';
import type { ProceduralTask, Problem, Random, SettingsShape, Verdict } from './task.ts';

/** A worked solution: the steps as the policy should write them, and the answer they lead to. */
export interface Worked {
  /** Empty where the answer is found by search rather than by steps that one could show. */
  readonly steps: string;
  readonly answer: string;
}

/**
 * A procedural task whose answers are judged exactly. `D` is what a problem is made of (plain JSON): the worked
 * solution and its slips are computed from it, the prompt shows it.
 */
export interface TaskDefinition<S extends SettingsShape, D> {
  readonly name: string;
  readonly settings: S;
  pose(values: ValuesOf<S>, random: Random): D;
  prompt(parts: D): string;
  /** Solves a problem step by step; its answer is the reference answer. */
  work(parts: D): Worked;
  /** The same with exactly one slip, carried through. `accepts` must refuse its answer. */
  slip?(parts: D, random: Random): Worked;
  /**
   * Whether a given answer is right: the reference one spelled differently or, where a problem has several right
   * answers, any of them. Bounded in time and never throwing on any text.
   */
  accepts(given: string, expected: string, parts: D): boolean;
  /** What an answer earns that `accepts` refuses: from 0 to below 1. Nothing where left out. */
  credit?(given: string, expected: string, parts: D): number;
}

const WRONG: Verdict = { score: 0, correct: false };
const RIGHT: Verdict = { score: 1, correct: true };

/** Makes a Task of a definition: checks settings, reads answers, and refuses a slip that is right. */
export function defineTask<const S extends SettingsShape, D>(
  definition: TaskDefinition<S, D>,
): ProceduralTask {
  const { name, settings: shape } = definition;
  const task: ProceduralTask = {
    name,
    settings: shape,
    generate(settings, random): Problem {
      const parts = definition.pose(readSettings(name, shape, settings), random);
      return { prompt: definition.prompt(parts), answer: definition.work(parts).answer, data: parts };
    },
    verify(problem, response): Verdict {
      const given = readAnswer(response);
      const parts = problem.data as D;
      if (given === undefined) return WRONG;
      if (definition.accepts(given, problem.answer, parts)) return RIGHT;
      const score = definition.credit?.(given, problem.answer, parts) ?? 0;
      return score === 0 ? WRONG : { score, correct: false };
    },
    solve(problem): string {
      return write(definition.work(problem.data as D));
    },
  };
  if (definition.slip === undefined) return task;
  task.slip = (problem, random): string => {
    const parts = problem.data as D;
    const slipped = definition.slip!(parts, random);
    if (definition.accepts(slipped.answer, problem.answer, parts)) {
      throw new Error(
        `The slip of ${name} on "${problem.prompt}" reaches the right answer: ${write(slipped)}`,
      );
    }
    return write(slipped);
  };
  return task;
}

function write(worked: Worked): string {
  return worked.steps + writeAnswer(worked.answer);
}
