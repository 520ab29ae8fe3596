import { defineTask, flag, range, numberOfDigits } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameDecimal, writeDecimal } from "../../support/values.js";
/**
 * Adds and, where asked, takes away decimal numbers, with the running total after each.
 *
 *     3.5+2.75=?   ->   3.5 +2.75=6.25<answer>6.25</answer>
 */
export const decimalSum = defineTask({
    name: 'decimal_sum',
    settings: {
        terms: range({ within: [2, 8], default: [2, 3] }),
        digits: range({ within: [1, 6], default: [1, 1] }),
        places: range({ within: [1, 4], default: [1, 2] }),
        subtract: flag({ default: false }),
    },
    pose({ terms, digits, places: placesRange, subtract }, random) {
        const places = random.int(placesRange.from, placesRange.to);
        const draw = () => numberOfDigits(digits, random) * 10 ** places + random.int(0, 10 ** places - 1);
        let total = draw();
        const chain = [total];
        for (let left = random.int(terms.from, terms.to); left > 1; left--) {
            const size = draw();
            const term = subtract && size <= total && random.next() < 0.5 ? -size : size;
            chain.push(term);
            total += term;
        }
        return { places, terms: chain };
    },
    prompt({ places, terms }) {
        return `${terms.map((term, i) => (i > 0 && term >= 0 ? '+' : '') + writeDecimal(term, places)).join('')}=?`;
    },
    work(parts) {
        return add(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(add, parts, random);
    },
    accepts: sameDecimal,
});
function add({ places, terms }, hand) {
    let total = terms[0] ?? 0;
    let steps = writeDecimal(total, places);
    for (const term of terms.slice(1)) {
        total = hand(total + term);
        steps += ` ${term < 0 ? '' : '+'}${writeDecimal(term, places)}=${writeDecimal(total, places)}`;
    }
    return { steps, answer: writeDecimal(total, places) };
}
