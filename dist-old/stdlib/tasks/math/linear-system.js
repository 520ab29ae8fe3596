import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameIntegers, shareOfIntegers } from "../../support/values.js";
/**
 * Solves two equations of the first degree for x and y, whole numbers, by Cramer's rule.
 *
 *     2x+y=7,x-y=-1;x,y=?   ->   -2-1=-3 -7+1=-6 -2-7=-9<answer>2,3</answer>
 */
export const linearSystem = defineTask({
    name: 'linear_system',
    settings: {
        coefficient: range({ within: [1, 99], default: [1, 5] }),
        value: range({ within: [-99, 99], default: [0, 9] }),
    },
    pose({ coefficient, value }, random) {
        const [x, y] = [random.int(value.from, value.to), random.int(value.from, value.to)];
        const draw = () => random.int(coefficient.from, coefficient.to) * (random.next() < 0.3 ? -1 : 1);
        const [a, b, c] = [draw(), draw(), draw()];
        let d = draw();
        // Parallel lines meet nowhere or everywhere; with the other sign of d they are not parallel.
        if (a * d === b * c)
            d = -d;
        // Adding 0 makes a plain zero of a minus zero, which would not survive being stored.
        return { first: [a, b, a * x + b * y + 0], second: [c, d, c * x + d * y + 0] };
    },
    prompt({ first, second }) {
        return `${equation(first)},${equation(second)};x,y=?`;
    },
    work(parts) {
        return cramer(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(cramer, parts, random);
    },
    accepts: (given, expected) => sameIntegers(bare(given), expected),
    /** Half for one of the two. */
    credit: (given, expected) => shareOfIntegers(bare(given), expected),
});
/** `x=2, y=3` may be written for `2,3`. */
function bare(given) {
    return given.replace(/^x ?= ?/, '').replace(/, ?y ?= ?/, ',');
}
function equation([a, b, c]) {
    const term = (value, name) => (Math.abs(value) === 1 ? name : `${Math.abs(value)}${name}`);
    return `${a < 0 ? '-' : ''}${term(a, 'x')}${b < 0 ? '-' : '+'}${term(b, 'y')}=${c}`;
}
function cramer({ first: [a, b, e], second: [c, d, f] }, hand) {
    const determinant = a * d - b * c;
    const difference = (p, q) => `${p}${q < 0 ? '+' : '-'}${Math.abs(q)}=`;
    const x = hand((e * d - b * f) / determinant);
    const y = hand((a * f - e * c) / determinant);
    const steps = [
        `${difference(a * d, b * c)}${determinant}`,
        `${difference(e * d, b * f)}${x * determinant}`,
        `${difference(a * f, e * c)}${y * determinant}`,
    ];
    return { steps: steps.join(' '), answer: `${x},${y}` };
}
