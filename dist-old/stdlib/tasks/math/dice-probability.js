import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameFraction, writeFraction } from "../../support/values.js";
/**
 * Finds how likely some dice show at least a sum: the ways to each such sum, out of all.
 *
 *     2 dice of 6 sides: P(sum>=11)=?   ->   11:2 12:1 3 of 36<answer>1/12</answer>
 */
export const diceProbability = defineTask({
    name: 'dice_probability',
    settings: {
        dice: range({ within: [1, 5], default: [2, 2] }),
        sides: range({ within: [2, 20], default: [4, 8] }),
    },
    /** Sums in the upper half, of up to six values, so that the list of ways stays short. */
    pose({ dice, sides: sidesRange }, random) {
        const count = random.int(dice.from, dice.to);
        const sides = random.int(sidesRange.from, sidesRange.to);
        const most = count * sides;
        return { count, sides, least: random.int(Math.max(count + 1, most - 5), most) };
    },
    prompt({ count, sides, least }) {
        return `${count} dice of ${sides} sides: P(sum>=${least})=?`;
    },
    work(parts) {
        return enumerate(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(enumerate, parts, random);
    },
    accepts: sameFraction,
});
function enumerate({ count, sides, least }, hand) {
    const ways = waysToSum(count, sides);
    const steps = [];
    let favourable = 0;
    for (let sum = least; sum <= count * sides; sum++) {
        const here = hand(ways[sum] ?? 0);
        favourable += here;
        steps.push(`${sum}:${here}`);
    }
    const all = sides ** count;
    return { steps: `${steps.join(' ')} ${favourable} of ${all}`, answer: writeFraction(favourable, all) };
}
/** How many throws show each sum. */
function waysToSum(count, sides) {
    let ways = [1];
    for (let die = 0; die < count; die++) {
        const next = Array.from({ length: ways.length + sides }, () => 0);
        for (const [sum, number] of ways.entries()) {
            for (let face = 1; face <= sides; face++)
                next[sum + face] = (next[sum + face] ?? 0) + number;
        }
        ways = next;
    }
    return ways;
}
