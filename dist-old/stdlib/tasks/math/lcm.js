import { defineTask, numberOfDigits, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { greatestCommonDivisor } from "../../support/values.js";
/**
 * Finds the least common multiple of two numbers by their greatest common divisor.
 *
 *     lcm 12,18=?   ->   gcd 6 12/6=2 2*18=36<answer>36</answer>
 */
export const lcm = defineTask({
    name: 'lcm',
    settings: {
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    pose({ digits }, random) {
        return { a: numberOfDigits(digits, random), b: numberOfDigits(digits, random) };
    },
    prompt({ a, b }) {
        return `lcm ${a},${b}=?`;
    },
    work(parts) {
        return multiply(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(multiply, parts, random);
    },
    accepts: sameInteger,
});
function multiply({ a, b }, hand) {
    const divisor = greatestCommonDivisor(a, b);
    const share = hand(a / divisor);
    const multiple = hand(share * b);
    return {
        steps: `gcd ${divisor} ${a}/${divisor}=${share} ${share}*${b}=${multiple}`,
        answer: `${multiple}`,
    };
}
