import { defineTask, otherThan, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/** Shared factors up to this are put in, so that the answer is not 1 more often than not. */
const LARGEST_FACTOR = 12;
/**
 * Finds the greatest common divisor by Euclid's algorithm, written as the row of remainders.
 *
 *     gcd 48,18=?   ->   48 18 12 6 0<answer>6</answer>
 */
export const gcd = defineTask({
    name: 'gcd',
    settings: {
        digits: range({ within: [1, 9], default: [1, 2] }),
    },
    accepts: sameInteger,
    pose({ digits }, random) {
        const count = random.int(digits.from, digits.to);
        const lowest = 10 ** (count - 1);
        const highest = 10 ** count - 1;
        const factor = random.int(1, Math.min(LARGEST_FACTOR, Math.floor(highest / 2)));
        const multiple = () => factor * random.int(Math.ceil(lowest / factor), Math.floor(highest / factor));
        return { a: multiple(), b: multiple() };
    },
    prompt({ a, b }) {
        return `gcd ${a},${b}=?`;
    },
    work(pair) {
        return euclid(pair, (_step, remainder) => remainder);
    },
    slip(pair, random) {
        const right = euclid(pair, (_step, remainder) => remainder);
        const divisions = right.steps.split(' ').length - 2;
        // A wrong remainder often leads to the same divisor all the same, so try a few.
        for (let tries = 0; tries < 8; tries++) {
            const slipAt = random.int(0, divisions - 1);
            const wrong = euclid(pair, (step, remainder, divisor) => step === slipAt && divisor > 1
                ? otherThan(remainder, { from: 0, to: divisor - 1 }, random)
                : remainder);
            if (wrong.answer !== right.answer)
                return wrong;
        }
        // Nothing divides by 0, so not even a slip ends there.
        return { steps: right.steps, answer: `${slipNumber(Number(right.answer), random) || 2}` };
    },
});
/** `heed` may change the remainder of a step, but only to one below the divisor, so that the row ends. */
function euclid({ a, b }, heed) {
    const row = [a, b];
    let [dividend, divisor] = [a, b];
    for (let step = 0; divisor > 0; step++) {
        [dividend, divisor] = [divisor, heed(step, dividend % divisor, divisor)];
        row.push(divisor);
    }
    return { steps: row.join(' '), answer: `${dividend}` };
}
