import { defineTask, range } from "../../../runtime/tasks/index.js";
import { bitStrings, flipBit, readBits } from "../../support/bits.js";
const NAMES = 'abcd';
/**
 * Works out a formula for all values of its variables, counted up from all zeros; `^` is exclusive or, `>` implies.
 *
 *     truth table of (a&!b),ab=00..11:?   ->   00:0 01:0 10:1 11:0<answer>0010</answer>
 */
export const truthTable = defineTask({
    name: 'truth_table',
    settings: {
        variables: range({ within: [2, 4], default: [2, 2] }),
        operations: range({ within: [1, 10], default: [1, 3] }),
    },
    pose({ variables, operations }, random) {
        const count = random.int(variables.from, variables.to);
        return { variables: count, formula: grow(random.int(operations.from, operations.to), count, random) };
    },
    prompt({ variables, formula }) {
        const [zeros, ones] = ['0', '1'].map((bit) => bit.repeat(variables));
        return `truth table of ${write(formula)},${NAMES.slice(0, variables)}=${zeros}..${ones}:?`;
    },
    work({ variables, formula }) {
        return list(variables, column(variables, formula));
    },
    /** One row is wrong. */
    slip({ variables, formula }, random) {
        const bits = column(variables, formula);
        return list(variables, flipBit(bits, random.int(0, bits.length - 1)));
    },
    accepts: (given, expected) => readBits(given, expected.length) === expected,
});
function grow(operations, variables, random) {
    if (operations === 0) {
        const variable = random.int(0, variables - 1);
        return random.next() < 0.3 ? { op: '!', of: variable } : variable;
    }
    const inLeft = random.int(0, operations - 1);
    return {
        op: random.pick(['&', '|', '^', '>']),
        left: grow(inLeft, variables, random),
        right: grow(operations - 1 - inLeft, variables, random),
    };
}
function write(formula) {
    if (typeof formula === 'number')
        return NAMES.charAt(formula);
    if (formula.op === '!')
        return `!${write(formula.of)}`;
    return `(${write(formula.left)}${formula.op}${write(formula.right)})`;
}
function value(formula, bits) {
    if (typeof formula === 'number')
        return bits[formula] === '1';
    if (formula.op === '!')
        return !value(formula.of, bits);
    const [left, right] = [value(formula.left, bits), value(formula.right, bits)];
    return { '&': left && right, '|': left || right, '^': left !== right, '>': !left || right }[formula.op];
}
function column(variables, formula) {
    return bitStrings(variables)
        .map((bits) => (value(formula, bits) ? '1' : '0'))
        .join('');
}
function list(variables, results) {
    const rows = bitStrings(variables).map((bits, i) => `${bits}:${results[i]}`);
    return { steps: rows.join(' '), answer: results };
}
