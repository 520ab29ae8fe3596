import { defineTask, range } from "../../../runtime/tasks/index.js";
import { bitStrings, readBits } from "../../support/bits.js";
const NAMES = 'abcdefgh';
/**
 * Finds values that make a formula true; any that do count. The steps count the values up from all zeros and name
 * the first clause, counted from 1, that fails.
 *
 *     make (a|!b)&(b|c) true: abc=?   ->   000:2 001<answer>001</answer>
 */
export const satisfyFormula = defineTask({
    name: 'satisfy_formula',
    settings: {
        variables: range({ within: [2, 8], default: [2, 3] }),
        clauses: range({ within: [1, 40], default: [3, 5] }),
        literals: range({ within: [1, 4], default: [2, 2] }),
    },
    /** The clauses are drawn among those that one hidden choice of values fulfils. */
    pose({ variables, clauses, literals }, random) {
        const count = random.int(variables.from, variables.to);
        const hidden = Array.from({ length: count }, () => random.int(0, 1) === 1);
        const draw = () => {
            for (;;) {
                const length = Math.min(count, random.int(literals.from, literals.to));
                const chosen = random
                    .shuffle(hidden.map((_, i) => i))
                    .slice(0, length)
                    .sort((a, b) => a - b);
                const clause = chosen.map((variable) => ({ variable, negated: random.int(0, 1) === 1 }));
                if (clause.some(({ variable, negated }) => hidden[variable] !== negated))
                    return clause;
            }
        };
        return { variables: count, clauses: Array.from({ length: random.int(clauses.from, clauses.to) }, draw) };
    },
    prompt({ variables, clauses }) {
        const text = clauses.map((clause) => `(${clause.map(({ variable, negated }) => (negated ? '!' : '') + NAMES[variable]).join('|')})`);
        return `make ${text.join('&')} true: ${NAMES.slice(0, variables)}=?`;
    },
    work(formula) {
        return tryAll(formula, (bits) => failing(formula, bits) < 0);
    },
    /** Values that fail a clause are taken to fulfil all. */
    slip(formula, random) {
        const wrong = bitStrings(formula.variables).filter((bits) => failing(formula, bits) >= 0);
        const chosen = random.pick(wrong);
        return tryAll(formula, (bits) => bits === chosen);
    },
    accepts(given, _expected, formula) {
        const bits = readBits(given, formula.variables);
        return bits !== undefined && failing(formula, bits) < 0;
    },
});
/** Which clause is the first that fails, or -1. */
function failing({ clauses }, bits) {
    return clauses.findIndex((clause) => clause.every(({ variable, negated }) => (bits[variable] === '1') === negated));
}
function tryAll(formula, isRight) {
    const steps = [];
    for (const bits of bitStrings(formula.variables)) {
        if (isRight(bits))
            return { steps: [...steps, bits].join(' '), answer: bits };
        const at = failing(formula, bits);
        if (at >= 0)
            steps.push(`${bits}:${at + 1}`);
    }
    throw new Error('No values fulfil the formula.');
}
