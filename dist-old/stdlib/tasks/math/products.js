import { defineTask, numberOfDigits, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Multiplies two whole numbers: the longer one is taken apart by its digits, and the partial products are added.
 *
 *     17*8=?   ->   80+56=136<answer>136</answer>
 */
export const products = defineTask({
    name: 'products',
    settings: {
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    accepts: sameInteger,
    pose({ digits }, random) {
        return { a: numberOfDigits(digits, random), b: numberOfDigits(digits, random) };
    },
    prompt({ a, b }) {
        return `${a}*${b}=?`;
    },
    work(factors) {
        return sum(partialProducts(factors));
    },
    slip(factors, random) {
        const partials = partialProducts(factors);
        const at = random.int(0, partials.length);
        if (at === partials.length && at > 1)
            return sum(partials, (total) => slipNumber(total, random));
        const i = Math.min(at, partials.length - 1);
        partials[i] = slipPartial(partials[i] ?? 0, random);
        return sum(partials);
    },
});
function partialProducts({ a, b }) {
    const [short, long] = `${a}`.length < `${b}`.length ? [a, `${b}`] : [b, `${a}`];
    const partials = [];
    for (const [i, digit] of [...long].entries()) {
        if (digit !== '0')
            partials.push(Number(digit) * 10 ** (long.length - 1 - i) * short);
    }
    return partials;
}
/** A slip in the digits that were multiplied; the zeros behind them stay. */
function slipPartial(partial, random) {
    const zeros = /0*$/.exec(`${partial}`)?.[0].length ?? 0;
    return slipNumber(partial / 10 ** zeros, random) * 10 ** zeros;
}
function sum(partials, heed = (total) => total) {
    const total = heed(partials.reduce((sumSoFar, partial) => sumSoFar + partial, 0));
    const steps = partials.length > 1 ? `${partials.join('+')}=${total}` : `${total}`;
    return { steps, answer: `${total}` };
}
