import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { writePolynomial } from "../../support/polynomial.js";
/**
 * Finds the value of a polynomial by Horner's rule.
 *
 *     2x^2-3x+5,x=4:?   ->   2 2*4-3=5 5*4+5=25<answer>25</answer>
 */
export const polynomialValue = defineTask({
    name: 'polynomial_value',
    settings: {
        degree: range({ within: [1, 6], default: [1, 2] }),
        coefficient: range({ within: [1, 99], default: [1, 9] }),
        x: range({ within: [-20, 20], default: [1, 5] }),
    },
    pose({ degree, coefficient, x }, random) {
        const signed = (draw) => random.int(coefficient.from, coefficient.to) * (draw.next() < 0.5 ? -1 : 1);
        const coefficients = Array.from({ length: random.int(degree.from, degree.to) }, () => signed(random));
        coefficients.push(random.int(coefficient.from, coefficient.to));
        return { coefficients, x: random.int(x.from, x.to) };
    },
    prompt({ coefficients, x }) {
        return `${writePolynomial(coefficients)},x=${x}:?`;
    },
    work(parts) {
        return horner(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(horner, parts, random);
    },
    accepts: sameInteger,
});
function horner({ coefficients, x }, hand) {
    const [first = 0, ...rest] = [...coefficients].reverse();
    let value = first;
    let steps = `${value}`;
    for (const coefficient of rest) {
        const next = hand(value * x + coefficient);
        steps += ` ${value}*${x}${coefficient < 0 ? '' : '+'}${coefficient}=${next}`;
        value = next;
    }
    return { steps, answer: `${value}` };
}
