import { defineTask, numberOfDigits, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameDecimal, writeDecimal } from "../../support/values.js";
/**
 * Finds a percentage of a whole number: a product, then two decimal places.
 *
 *     15% of 240=?   ->   15*240=3600<answer>36</answer>
 */
export const percentage = defineTask({
    name: 'percentage',
    settings: {
        percent: range({ within: [1, 400], default: [1, 20] }),
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    pose({ percent, digits }, random) {
        return { percent: random.int(percent.from, percent.to), whole: numberOfDigits(digits, random) };
    },
    prompt({ percent, whole }) {
        return `${percent}% of ${whole}=?`;
    },
    work(parts) {
        return multiply(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(multiply, parts, random);
    },
    accepts: sameDecimal,
});
function multiply({ percent, whole }, hand) {
    const product = hand(percent * whole);
    return { steps: `${percent}*${whole}=${product}`, answer: writeDecimal(product, 2) };
}
