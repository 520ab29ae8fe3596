import { defineTask, numberOfDigits, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Finds the largest number of a list, writing the largest so far after each.
 *
 *     max: 41,7,88,23   ->   41 41 88 88<answer>88</answer>
 */
export const largestNumber = defineTask({
    name: 'largest_number',
    settings: {
        count: range({ within: [2, 24], default: [3, 5] }),
        digits: range({ within: [1, 9], default: [1, 2] }),
    },
    accepts: sameInteger,
    pose({ count, digits }, random) {
        const numbers = [];
        for (let left = random.int(count.from, count.to); left > 0; left--) {
            numbers.push(numberOfDigits(digits, random));
        }
        return { numbers };
    },
    prompt({ numbers }) {
        return `max: ${numbers.join(',')}`;
    },
    work({ numbers }) {
        return runThrough(numbers, (_step, largest) => largest);
    },
    /** The largest is passed over, or is copied with a wrong digit. */
    slip({ numbers }, random) {
        const largest = Math.max(...numbers);
        const at = numbers.indexOf(largest);
        const alone = numbers.lastIndexOf(largest) === at;
        if (alone && at > 0 && random.next() < 0.5) {
            const before = Math.max(...numbers.slice(0, at));
            return runThrough(numbers, (step, found) => (step === at ? before : found));
        }
        return runThrough(numbers, (step, found) => step === numbers.length - 1 ? slipNumber(found, random) : found);
    },
});
function runThrough(numbers, heed) {
    const row = [];
    let largest = 0;
    for (const [step, number] of numbers.entries()) {
        largest = heed(step, Math.max(largest, number));
        row.push(largest);
    }
    return { steps: row.join(' '), answer: `${largest}` };
}
