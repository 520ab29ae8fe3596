import { defineTask, numberOfDigits, otherThan, range, sameText, slipNumber, } from "../../../runtime/tasks/index.js";
/**
 * Writes a number in another base by dividing again and again; the remainders, last first, are its digits.
 * Digits above 9 are lower-case letters.
 *
 *     13 in base 2=?   ->   6r1 3r0 1r1 0r1<answer>1101</answer>
 */
export const baseConversion = defineTask({
    name: 'base_conversion',
    settings: {
        digits: range({ within: [1, 9], default: [1, 2] }),
        base: range({ within: [2, 36], default: [2, 4] }),
    },
    accepts: sameText,
    pose({ digits, base }, random) {
        return { value: numberOfDigits(digits, random), base: random.int(base.from, base.to) };
    },
    prompt({ value, base }) {
        return `${value} in base ${base}=?`;
    },
    work(conversion) {
        return divide(conversion, (_step, division) => division);
    },
    /** A remainder that does not go with its quotient, or a quotient that is off and divided on. */
    slip(conversion, random) {
        const { base } = conversion;
        const divisions = divide(conversion, (_step, division) => division).answer.length;
        const slipAt = random.int(0, divisions - 1);
        return divide(conversion, (step, { quotient, remainder }) => {
            if (step !== slipAt)
                return { quotient, remainder };
            const last = quotient === 0;
            if (quotient > 1 && random.next() < 0.5) {
                // Not down to zero, which would end the division early and look unfinished.
                return { quotient: Math.max(slipNumber(quotient, random), 1), remainder };
            }
            // The first digit of a number is never 0, and in base 2 that leaves it no other.
            if (last && base === 2)
                return { quotient: 1, remainder };
            return { quotient, remainder: otherThan(remainder, { from: last ? 1 : 0, to: base - 1 }, random) };
        });
    },
});
function divide({ value, base }, heed) {
    const steps = [];
    let answer = '';
    let rest = value;
    for (let step = 0; rest > 0; step++) {
        const division = heed(step, { quotient: Math.floor(rest / base), remainder: rest % base });
        const digit = division.remainder.toString(base);
        steps.push(`${division.quotient}r${digit}`);
        answer = digit + answer;
        rest = division.quotient;
    }
    return { steps: steps.join(' '), answer };
}
