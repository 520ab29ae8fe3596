import { defineTask, range, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Reduces a fraction below one to lowest terms: the greatest common divisor, then both divisions.
 *
 *     simplify 12/18   ->   6: 12/6=2 18/6=3<answer>2/3</answer>
 */
export const simplifyFraction = defineTask({
    name: 'simplify_fraction',
    settings: {
        digits: range({ within: [1, 4], default: [1, 1] }),
        factor: range({ within: [2, 999], default: [2, 9] }),
    },
    accepts: (given, expected) => given.replace(/ ?\/ ?/, '/') === expected,
    /** `digits` are those of the denominator in lowest terms, or nearly: the two parts may share a factor more. */
    pose({ digits, factor: factors }, random) {
        const factor = random.int(factors.from, factors.to);
        const bottom = random.int(Math.max(2, 10 ** (digits.from - 1)), 10 ** digits.to - 1);
        return { top: random.int(1, bottom - 1) * factor, bottom: bottom * factor };
    },
    prompt({ top, bottom }) {
        return `simplify ${top}/${bottom}`;
    },
    work({ top, bottom }) {
        const divisor = greatestCommonDivisor(top, bottom);
        return reduce({ top, bottom }, divisor, top / divisor, bottom / divisor);
    },
    /** One division is wrong, or the fraction is divided by a smaller common divisor and left too large. */
    slip({ top, bottom }, random) {
        const divisor = greatestCommonDivisor(top, bottom);
        const smaller = smallerDivisors(divisor);
        const [newTop, newBottom] = [top / divisor, bottom / divisor];
        const kind = random.int(smaller.length > 0 ? 0 : 1, 2);
        if (kind === 0) {
            const chosen = random.pick(smaller);
            return reduce({ top, bottom }, chosen, top / chosen, bottom / chosen);
        }
        return kind === 1
            ? reduce({ top, bottom }, divisor, Math.max(slipNumber(newTop, random), newTop === 1 ? 2 : 1), newBottom)
            : reduce({ top, bottom }, divisor, newTop, Math.max(slipNumber(newBottom, random), 1));
    },
});
function reduce({ top, bottom }, divisor, newTop, newBottom) {
    return {
        steps: `${divisor}: ${top}/${divisor}=${newTop} ${bottom}/${divisor}=${newBottom}`,
        answer: `${newTop}/${newBottom}`,
    };
}
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
/** Divisors of a number between 1 and itself, both left out. */
function smallerDivisors(number) {
    const divisors = [];
    for (let d = 2; d * 2 <= number; d++)
        if (number % d === 0)
            divisors.push(d);
    return divisors;
}
