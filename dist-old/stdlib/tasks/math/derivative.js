import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { samePolynomial, shareOfCoefficients, writePolynomial } from "../../support/polynomial.js";
/**
 * Differentiates a polynomial term by term, highest power first.
 *
 *     d/dx 3x^2+2x-5=?   ->   3*2=6 2*1=2<answer>6x+2</answer>
 */
export const derivative = defineTask({
    name: 'derivative',
    settings: {
        degree: range({ within: [1, 9], default: [2, 3] }),
        coefficient: range({ within: [1, 99], default: [1, 9] }),
    },
    pose({ degree, coefficient }, random) {
        const coefficients = [];
        for (let left = random.int(degree.from, degree.to); left > 0; left--) {
            const size = random.next() < 0.2 ? 0 : random.int(coefficient.from, coefficient.to);
            coefficients.push(random.next() < 0.5 ? 0 - size : size);
        }
        coefficients.push(random.int(coefficient.from, coefficient.to));
        // A minus zero would not survive being stored.
        return { coefficients: coefficients.map((value) => (value === 0 ? 0 : value)) };
    },
    prompt({ coefficients }) {
        return `d/dx ${writePolynomial(coefficients)}=?`;
    },
    work(parts) {
        return differentiate(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(differentiate, parts, random);
    },
    accepts: samePolynomial,
    /** The share of coefficients that are right. */
    credit: shareOfCoefficients,
});
function differentiate({ coefficients }, hand) {
    const steps = [];
    const result = coefficients.slice(1).map(() => 0);
    for (let power = coefficients.length - 1; power > 0; power--) {
        const value = coefficients[power] ?? 0;
        if (value === 0)
            continue;
        result[power - 1] = hand(value * power);
        steps.push(`${value}*${power}=${result[power - 1]}`);
    }
    return { steps: steps.join(' '), answer: writePolynomial(result) };
}
