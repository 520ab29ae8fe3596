import { defineTask, numberOfDigits, range } from "../../../runtime/tasks/index.js";
import { sameIntegers, shareOfIntegers } from "../../support/values.js";
/**
 * Sorts numbers by taking the smallest of what is left, again and again. Scored by the share of places that are right.
 *
 *     sort: 41,7,88   ->   41,88 88<answer>7,41,88</answer>
 */
export const sortNumbers = defineTask({
    name: 'sort_numbers',
    settings: {
        count: range({ within: [2, 24], default: [3, 4] }),
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    pose({ count, digits }, random) {
        return {
            numbers: Array.from({ length: random.int(count.from, count.to) }, () => numberOfDigits(digits, random)),
        };
    },
    prompt({ numbers }) {
        return `sort: ${numbers.join(',')}`;
    },
    work({ numbers }) {
        return { steps: selection(numbers), answer: sorted(numbers).join(',') };
    },
    /** Two neighbours are the wrong way round or, where all are alike, one is forgotten. */
    slip({ numbers }, random) {
        const order = sorted(numbers);
        const places = order.flatMap((number, i) => (i > 0 && number !== order[i - 1] ? [i] : []));
        if (places.length === 0 || random.next() < 0.3)
            order.splice(random.int(0, order.length - 1), 1);
        else {
            const at = random.pick(places);
            [order[at - 1], order[at]] = [order[at] ?? 0, order[at - 1] ?? 0];
        }
        return { steps: selection(numbers), answer: order.join(',') };
    },
    accepts: sameIntegers,
    credit: shareOfIntegers,
});
function sorted(numbers) {
    return [...numbers].sort((a, b) => a - b);
}
/** What is left after each of the smallest is taken, in the order given. */
function selection(numbers) {
    const left = [...numbers];
    const steps = [];
    while (left.length > 1) {
        left.splice(left.indexOf(Math.min(...left)), 1);
        steps.push(left.join(','));
    }
    return steps.join(' ');
}
