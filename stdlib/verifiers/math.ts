import type { Verdict, Verifier } from '../../runtime/tasks/index.ts';
import { finalAnswer, noAnswer } from './math/extract.ts';
import { sameAnswer } from './math/same-answer.ts';

const WRONG: Verdict = { score: 0, correct: false };
const RIGHT: Verdict = { score: 1, correct: true };

/**
 * Judges mathematical answers by their meaning: LaTeX or plain, numbers, formulas, sets, intervals, tuples,
 * matrices, equations, inequalities, percentages, units and words. The response's final answer is compared
 * with `problem.answer`, which may itself be a sentence or be boxed.
 */
export const math: Verifier = {
  name: 'math',
  verify(problem, response): Verdict {
    const given = finalAnswer(response);
    if (given === undefined) return WRONG;
    const expected = finalAnswer(problem.answer) ?? problem.answer;
    return sameAnswer(given, expected) ? RIGHT : WRONG;
  },
  doubt: noAnswer,
};
