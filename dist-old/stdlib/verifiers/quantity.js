import { clean } from "./math/clean.js";
import { realValue } from "./math/evaluate.js";
import { finalAnswer } from "./math/extract.js";
import { readFormula } from "./math/formula.js";
import { splitUnit, conversion } from "./math/quantity.js";
const WRONG = { score: 0, correct: false };
const RIGHT = { score: 1, correct: true };
/**
 * Judges measured quantities: a number with a unit, within a relative tolerance, in any unit of the same kind
 * (`36 km/h` for `10 m/s`). Where both state units of different kinds the answer is wrong whatever the numbers.
 * A reference of zero wants zero.
 */
export const quantity = {
    name: 'quantity',
    settings: {
        tolerance: { kind: 'fraction', default: 0.01 },
        unit_needed: { kind: 'flag', default: false },
    },
    verify(problem, response, { tolerance, unit_needed: unitNeeded }) {
        const said = finalAnswer(response);
        const given = said === undefined ? undefined : measure(said);
        const expected = measure(finalAnswer(problem.answer) ?? problem.answer);
        if (given === undefined || expected === undefined)
            return WRONG;
        if (given.unit === null && expected.unit !== null && unitNeeded)
            return WRONG;
        const convert = given.unit === null || expected.unit === null
            ? (value) => value
            : conversion(given.unit, expected.unit);
        if (convert === undefined)
            return WRONG;
        const value = convert(given.value);
        return Math.abs(value - expected.value) <= tolerance * Math.abs(expected.value) ? RIGHT : WRONG;
    },
};
/** The number and the unit of an answer; undefined where there is no real number to read. */
function measure(text) {
    const { formula, unit, percent } = splitUnit(clean(text.replace(/^\s*[A-Za-z](?:_\{?\w+\}?)?\s*(?:=|\\approx|≈)\s*/, '')));
    const tree = readFormula(formula.replace(/^(?:\\approx|\\sim|≈|~)\s*/, ''));
    const value = tree === undefined ? undefined : realValue(tree)?.toNumber();
    if (value === undefined || !Number.isFinite(value))
        return undefined;
    return { value: percent ? value / 100 : value, unit };
}
