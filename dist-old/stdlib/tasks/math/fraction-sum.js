import { defineTask, flag, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { greatestCommonDivisor, sameFraction, writeFraction } from "../../support/values.js";
/**
 * Adds or takes away fractions below one over their least common denominator.
 *
 *     1/4+1/6=?   ->   12: 3+2=5<answer>5/12</answer>
 */
export const fractionSum = defineTask({
    name: 'fraction_sum',
    settings: {
        denominator: range({ within: [2, 999], default: [2, 12] }),
        subtract: flag({ default: false }),
    },
    pose({ denominator, subtract }, random) {
        const draw = () => {
            const bottom = random.int(denominator.from, denominator.to);
            return [random.int(1, bottom - 1), bottom];
        };
        const [first, second] = [draw(), draw()];
        return { first, second: subtract && random.next() < 0.5 ? [-second[0], second[1]] : second };
    },
    prompt({ first, second }) {
        return `${first.join('/')}${second[0] < 0 ? '' : '+'}${second.join('/')}=?`;
    },
    work(parts) {
        return add(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(add, parts, random);
    },
    accepts: sameFraction,
});
function add({ first, second }, hand) {
    const common = (first[1] * second[1]) / greatestCommonDivisor(first[1], second[1]);
    const a = hand((first[0] * common) / first[1]);
    const b = hand((second[0] * common) / second[1]);
    const top = hand(a + b);
    return { steps: `${common}: ${a}${b < 0 ? '' : '+'}${b}=${top}`, answer: writeFraction(top, common) };
}
