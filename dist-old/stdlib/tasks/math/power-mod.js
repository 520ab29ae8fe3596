import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds what a power leaves by squaring, and multiplying once more for each further binary 1 of the exponent.
 *
 *     7^5 mod 13=?   ->   7*7=49=10 10*10=100=9 9*7=63=11<answer>11</answer>
 */
export const powerMod = defineTask({
    name: 'power_mod',
    settings: {
        base: range({ within: [2, 99], default: [2, 9] }),
        exponent: range({ within: [2, 999], default: [2, 6] }),
        modulus: range({ within: [2, 99], default: [3, 13] }),
    },
    pose({ base, exponent, modulus }, random) {
        return {
            base: random.int(base.from, base.to),
            exponent: random.int(exponent.from, exponent.to),
            modulus: random.int(modulus.from, modulus.to),
        };
    },
    prompt({ base, exponent, modulus }) {
        return `${base}^${exponent} mod ${modulus}=?`;
    },
    work(parts) {
        return raise(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(raise, parts, random);
    },
    accepts: sameInteger,
});
function raise({ base, exponent, modulus }, hand) {
    const steps = [];
    let value = base;
    const times = (factor) => {
        const product = value * factor;
        const rest = hand(product % modulus);
        steps.push(`${value}*${factor}=${product}=${rest}`);
        value = rest;
    };
    for (const bit of exponent.toString(2).slice(1)) {
        times(value);
        if (bit === '1')
            times(base);
    }
    return { steps: steps.join(' '), answer: `${value}` };
}
