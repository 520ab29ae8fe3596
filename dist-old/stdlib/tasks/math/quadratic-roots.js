import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { writePolynomial } from "../../support/polynomial.js";
import { readIntegers } from "../../support/values.js";
/**
 * Solves an equation of the second degree whose roots are whole numbers: two numbers with a given sum and product.
 *
 *     x^2-5x+6=0,x=?   ->   2+3=5 2*3=6<answer>2,3</answer>
 */
export const quadraticRoots = defineTask({
    name: 'quadratic_roots',
    settings: {
        root: range({ within: [-99, 99], default: [-5, 9] }),
    },
    pose({ root }, random) {
        const [a, b] = [random.int(root.from, root.to), random.int(root.from, root.to)];
        return { low: Math.min(a, b), high: Math.max(a, b) };
    },
    prompt({ low, high }) {
        return `${writePolynomial([low * high, -(low + high), 1])}=0,x=?`;
    },
    work(parts) {
        return vieta(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(vieta, parts, random);
    },
    /** Both roots in any order; a double root once or twice. */
    accepts(given, _expected, { low, high }) {
        const roots = numbers(given);
        return (roots !== undefined && roots.size === new Set([low, high]).size && roots.has(low) && roots.has(high));
    },
    /** Half for one of two roots, where nothing else is named. */
    credit(given, _expected, { low, high }) {
        const roots = numbers(given);
        return roots?.size === 1 && (roots.has(low) || roots.has(high)) ? 0.5 : 0;
    },
});
function numbers(given) {
    const roots = readIntegers(given.replace(/x ?= ?/g, ''));
    return roots === undefined || roots.length > 2 ? undefined : new Set(roots.map(Number));
}
function vieta({ low, high }, hand) {
    const [a, b] = [hand(low), hand(high)];
    const second = b < 0 ? `(${b})` : `${b}`;
    return {
        steps: `${a}+${second}=${low + high} ${a}*${second}=${low * high}`,
        answer: a === b ? `${a}` : `${a},${b}`,
    };
}
