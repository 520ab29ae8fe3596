import type { Verdict, Verifier } from '../../runtime/tasks/index.ts';
import { clean } from './math/clean.ts';
import { realValue } from './math/evaluate.ts';
import { finalAnswer } from './math/extract.ts';
import { readFormula } from './math/formula.ts';
import { splitUnit, conversion } from './math/quantity.ts';

const WRONG: Verdict = { score: 0, correct: false };
const RIGHT: Verdict = { score: 1, correct: true };

type QuantitySettings = {
  /** Largest relative difference that still counts as right, e.g. 0.01. */
  readonly tolerance: number;
  /** Whether an answer without its unit is wrong where the reference states one. */
  readonly unit_needed: boolean;
};

/**
 * Judges measured quantities: a number with a unit, within a relative tolerance, in any unit of the same kind
 * (`36 km/h` for `10 m/s`). Where both state units of different kinds the answer is wrong whatever the numbers.
 * A reference of zero wants zero.
 */
export const quantity: Verifier<QuantitySettings> = {
  name: 'quantity',
  settings: {
    tolerance: { kind: 'fraction', default: 0.01 },
    unit_needed: { kind: 'flag', default: false },
  },
  verify(problem, response, { tolerance, unit_needed: unitNeeded }): Verdict {
    const said = finalAnswer(response);
    const given = said === undefined ? undefined : measure(said);
    const expected = measure(finalAnswer(problem.answer) ?? problem.answer);
    if (given === undefined || expected === undefined) return WRONG;
    if (given.unit === null && expected.unit !== null && unitNeeded) return WRONG;
    const convert =
      given.unit === null || expected.unit === null
        ? (value: number) => value
        : conversion(given.unit, expected.unit);
    if (convert === undefined) return WRONG;
    const value = convert(given.value);
    return Math.abs(value - expected.value) <= tolerance * Math.abs(expected.value) ? RIGHT : WRONG;
  },
  doubt: (answer) =>
    measure(finalAnswer(answer) ?? answer) === undefined ? 'a text without a quantity to compare with' : null,
};

interface Measure {
  readonly value: number;
  readonly unit: string | null;
}

/** The number and the unit of an answer; undefined where there is no real number to read. */
function measure(text: string): Measure | undefined {
  const { formula, unit, percent } = splitUnit(
    clean(text.replace(/^\s*[A-Za-z](?:_\{?\w+\}?)?\s*(?:=|\\approx|≈)\s*/, '')),
  );
  const tree = readFormula(formula.replace(/^(?:\\approx|\\sim|≈|~)\s*/, ''));
  const value = tree === undefined ? undefined : realValue(tree)?.toNumber();
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return { value: percent ? value / 100 : value, unit };
}
