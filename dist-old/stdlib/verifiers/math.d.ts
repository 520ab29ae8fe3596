import type { Verifier } from '../../runtime/tasks/index.ts';
/**
 * Judges mathematical answers by their meaning: LaTeX or plain, numbers, formulas, sets, intervals, tuples,
 * matrices, equations, inequalities, percentages, units and words. The response's final answer is compared
 * with `problem.answer`, which may itself be a sentence or be boxed.
 */
export declare const math: Verifier;
