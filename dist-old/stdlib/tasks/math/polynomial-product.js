import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { samePolynomial, shareOfCoefficients, writePolynomial, } from "../../support/polynomial.js";
/**
 * Multiplies two polynomials out: one coefficient of the product after the other, from the constant up.
 *
 *     (2x+3)(x-4)=?   ->   -12 3-8=-5 2<answer>2x^2-5x-12</answer>
 */
export const polynomialProduct = defineTask({
    name: 'polynomial_product',
    settings: {
        degree: range({ within: [1, 4], default: [1, 1] }),
        coefficient: range({ within: [1, 99], default: [1, 5] }),
    },
    pose({ degree, coefficient }, random) {
        const draw = () => drawFactor(random.int(degree.from, degree.to), coefficient, random);
        return { left: draw(), right: draw() };
    },
    prompt({ left, right }) {
        return `(${writePolynomial(left)})(${writePolynomial(right)})=?`;
    },
    work(parts) {
        return expand(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(expand, parts, random);
    },
    accepts: samePolynomial,
    /** The share of coefficients that are right. */
    credit: shareOfCoefficients,
});
function drawFactor(degree, coefficient, random) {
    const signed = () => random.int(coefficient.from, coefficient.to) * (random.next() < 0.5 ? -1 : 1);
    return [...Array.from({ length: degree }, signed), random.int(coefficient.from, coefficient.to)];
}
function expand({ left, right }, hand) {
    const steps = [];
    const product = [];
    for (let power = 0; power <= left.length + right.length - 2; power++) {
        const terms = [];
        for (let i = 0; i <= power; i++) {
            if (i < left.length && power - i < right.length)
                terms.push((left[i] ?? 0) * (right[power - i] ?? 0));
        }
        const sum = hand(terms.reduce((total, term) => total + term, 0));
        const shown = terms.map((term, i) => (i > 0 && term >= 0 ? `+${term}` : `${term}`)).join('');
        steps.push(terms.length > 1 ? `${shown}=${sum}` : `${sum}`);
        product.push(sum);
    }
    return { steps: steps.join(' '), answer: writePolynomial(product) };
}
