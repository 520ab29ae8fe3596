import { defineTask, flag, numberOfDigits, range, sameInteger, slipNumber, } from "../../../runtime/tasks/index.js";
const signed = (term) => (term < 0 ? `${term}` : `+${term}`);
/**
 * Adds and subtracts a chain of whole numbers, with the running total after each.
 * No total falls below zero.
 *
 *     12+7-3=?   ->   12 +7=19 -3=16<answer>16</answer>
 */
export const chainSum = defineTask({
    name: 'chain_sum',
    settings: {
        terms: range({ within: [2, 12], default: [2, 4] }),
        digits: range({ within: [1, 9], default: [1, 2] }),
        subtract: flag({ default: false }),
    },
    accepts: sameInteger,
    pose({ terms, digits, subtract }, random) {
        let total = numberOfDigits(digits, random);
        const chain = [total];
        for (let left = random.int(terms.from, terms.to); left > 1; left--) {
            const size = numberOfDigits(digits, random);
            const term = subtract && size <= total && random.next() < 0.5 ? -size : size;
            chain.push(term);
            total += term;
        }
        return chain;
    },
    prompt(chain) {
        return `${chain[0]}${chain.slice(1).map(signed).join('')}=?`;
    },
    work(chain) {
        return add(chain, undefined);
    },
    slip(chain, random) {
        const slipAt = random.int(1, chain.length - 1);
        return add(chain, { at: slipAt, wrong: (total) => slipNumber(total, random) });
    },
});
function add(chain, slip) {
    let total = chain[0] ?? 0;
    let steps = `${total}`;
    for (const [i, term] of chain.entries()) {
        if (i === 0)
            continue;
        total += term;
        if (slip?.at === i)
            total = slip.wrong(total);
        steps += ` ${signed(term)}=${total}`;
    }
    return { steps, answer: `${total}` };
}
