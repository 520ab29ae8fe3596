import { defineTask, numberOfDigits, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Finds what a division leaves: the largest multiple that fits, then the difference.
 *
 *     17 mod 5=?   ->   5*3=15 17-15=2<answer>2</answer>
 */
export const remainder = defineTask({
    name: 'remainder',
    settings: {
        digits: range({ within: [1, 9], default: [1, 2] }),
        divisor: range({ within: [2, 999], default: [2, 9] }),
    },
    accepts: sameInteger,
    pose({ digits, divisor }, random) {
        return { dividend: numberOfDigits(digits, random), divisor: random.int(divisor.from, divisor.to) };
    },
    prompt({ dividend, divisor }) {
        return `${dividend} mod ${divisor}=?`;
    },
    work(division) {
        const quotient = Math.floor(division.dividend / division.divisor);
        return steps(division, quotient, quotient * division.divisor);
    },
    slip(division, random) {
        const { dividend, divisor } = division;
        const quotient = Math.floor(dividend / divisor);
        const product = quotient * divisor;
        switch (random.int(0, 2)) {
            case 0: // a multiple too small
                if (quotient > 0)
                    return steps(division, quotient - 1, product - divisor);
                break;
            case 1: {
                // a wrong product; one above the dividend would show at once
                const wrong = slipNumber(product, random);
                if (wrong <= dividend)
                    return steps(division, quotient, wrong);
                break;
            }
        }
        return steps(division, quotient, product, slipNumber(dividend - product, random));
    },
});
function steps({ dividend, divisor }, quotient, product, rest = dividend - product) {
    return { steps: `${divisor}*${quotient}=${product} ${dividend}-${product}=${rest}`, answer: `${rest}` };
}
