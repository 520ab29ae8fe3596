import { defineTask, range, randomLetters, sameInteger } from "../../../runtime/tasks/index.js";
import { slipSigned } from "../../support/hand.js";
/**
 * Counts the fewest letters to put in, leave out or change to make one word of another; the steps are the rows of
 * Levenshtein's table, one for each letter of the first word.
 *
 *     edits abc to adc=?   ->   0123 1012 2112 3221<answer>1</answer>
 */
export const editDistance = defineTask({
    name: 'edit_distance',
    settings: {
        letters: range({ within: [1, 9], default: [2, 4] }),
        kinds: range({ within: [2, 26], default: [3, 3] }),
    },
    pose({ letters, kinds }, random) {
        const alphabet = random.int(kinds.from, kinds.to);
        const draw = () => randomLetters(random.int(letters.from, letters.to), random, alphabet);
        return { from: draw(), to: draw() };
    },
    prompt({ from, to }) {
        return `edits ${from} to ${to}=?`;
    },
    work({ from, to }) {
        const rows = table(from, to);
        return { steps: rows.map((row) => row.join('')).join(' '), answer: `${rows.at(-1)?.at(-1)}` };
    },
    /** The last entry of the table is wrong. */
    slip({ from, to }, random) {
        const rows = table(from, to);
        const last = rows.at(-1) ?? [];
        last[last.length - 1] = slipSigned(last.at(-1) ?? 0, random);
        return { steps: rows.map((row) => row.join('')).join(' '), answer: `${last.at(-1)}` };
    },
    accepts: sameInteger,
});
/** Row i, column j: the distance of the first i letters of one word from the first j of the other. */
function table(from, to) {
    const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= from.length; i++) {
        const above = rows[i - 1] ?? [];
        const row = [i];
        for (let j = 1; j <= to.length; j++) {
            const change = (above[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
            row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        rows.push(row);
    }
    return rows;
}
