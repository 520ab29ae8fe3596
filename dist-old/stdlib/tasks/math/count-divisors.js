import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipSigned } from "../../support/hand.js";
/**
 * Counts the divisors of a number by its pairs of factors; a square's root is a pair of one.
 *
 *     count divisors: 12   ->   1*12 2*6 3*4<answer>6</answer>
 */
export const countDivisors = defineTask({
    name: 'count_divisors',
    settings: {
        value: range({ within: [1, 9999], default: [2, 60] }),
    },
    pose({ value }, random) {
        return { value: random.int(value.from, value.to) };
    },
    prompt({ value }) {
        return `count divisors: ${value}`;
    },
    work({ value }) {
        return count(value, pairsOf(value));
    },
    /** One pair is overlooked, or the pairs are counted wrongly. */
    slip({ value }, random) {
        const pairs = pairsOf(value);
        if (pairs.length === 1 || random.next() < 0.5) {
            const { steps, answer } = count(value, pairs);
            return { steps, answer: `${slipSigned(Number(answer), random)}` };
        }
        const forgotten = random.int(1, pairs.length - 1);
        return count(value, pairs.filter((_, i) => i !== forgotten));
    },
    accepts: sameInteger,
});
function pairsOf(value) {
    const smaller = [];
    for (let divisor = 1; divisor * divisor <= value; divisor++)
        if (value % divisor === 0)
            smaller.push(divisor);
    return smaller;
}
function count(value, smaller) {
    const total = smaller.reduce((sum, divisor) => sum + (divisor * divisor === value ? 1 : 2), 0);
    return { steps: smaller.map((divisor) => `${divisor}*${value / divisor}`).join(' '), answer: `${total}` };
}
