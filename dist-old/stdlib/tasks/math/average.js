import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds the mean of some numbers, which is whole: the running total, then one division.
 *
 *     mean: 3,8,10   ->   3 11 21 21/3=7<answer>7</answer>
 */
export const average = defineTask({
    name: 'average',
    settings: {
        count: range({ within: [2, 16], default: [2, 4] }),
        value: range({ within: [0, 9999], default: [0, 20] }),
    },
    /** The last number is raised, by less than their count, so that the total can be divided. */
    pose({ count, value }, random) {
        const numbers = Array.from({ length: random.int(count.from, count.to) }, () => random.int(value.from, value.to));
        const total = numbers.reduce((sum, number) => sum + number, 0);
        const raise = (numbers.length - (total % numbers.length)) % numbers.length;
        return { numbers: numbers.map((number, i) => (i === numbers.length - 1 ? number + raise : number)) };
    },
    prompt({ numbers }) {
        return `mean: ${numbers.join(',')}`;
    },
    work(parts) {
        return divide(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(divide, parts, random);
    },
    accepts: sameInteger,
});
function divide({ numbers }, hand) {
    let total = 0;
    const totals = numbers.map((number, i) => (total = i === 0 ? number : hand(total + number)));
    const mean = hand(Math.round(total / numbers.length));
    return { steps: `${totals.join(' ')} ${total}/${numbers.length}=${mean}`, answer: `${mean}` };
}
