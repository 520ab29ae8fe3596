import { defineTask, numberOfDigits, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Solves an equation of the first degree for x in two steps: the constant goes to the other side, then a division.
 *
 *     3x+5=20,x=?   ->   3x=15 x=5<answer>5</answer>
 */
export const simpleEquations = defineTask({
    name: 'simple_equations',
    settings: {
        coefficient: range({ within: [2, 999], default: [2, 9] }),
        digits: range({ within: [1, 6], default: [1, 1] }),
    },
    accepts: sameInteger,
    pose({ coefficient, digits }, random) {
        const equation = {
            coefficient: random.int(coefficient.from, coefficient.to),
            x: numberOfDigits(digits, random),
        };
        const constant = numberOfDigits(digits, random);
        // The right side stays above zero, so that no step needs a negative number.
        const subtract = random.next() < 0.5 && constant < equation.coefficient * equation.x;
        return { ...equation, constant: subtract ? -constant : constant };
    },
    prompt({ coefficient, x, constant }) {
        const sign = constant < 0 ? '' : '+';
        return `${coefficient}x${sign}${constant}=${coefficient * x + constant},x=?`;
    },
    work({ coefficient, x }) {
        return steps(coefficient, coefficient * x, x);
    },
    slip({ coefficient, x }, random) {
        const wrong = slipNumber(x, random);
        // Either the constant is taken over wrongly, so that the division comes out even all the same, or the division is wrong.
        return steps(coefficient, coefficient * (random.next() < 0.5 ? wrong : x), wrong);
    },
});
function steps(coefficient, product, x) {
    return { steps: `${coefficient}x=${product} x=${x}`, answer: `${x}` };
}
