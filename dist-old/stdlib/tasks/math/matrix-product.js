import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameMatrix, shareOfEntries, writeMatrix } from "../../support/matrix.js";
/**
 * Multiplies two square matrices, entry by entry along the rows.
 *
 *     [1 2;3 4]*[5 6;7 8]=?   ->   5+14=19 6+16=22 15+28=43 18+32=50<answer>[19 22;43 50]</answer>
 */
export const matrixProduct = defineTask({
    name: 'matrix_product',
    settings: {
        rows: range({ within: [1, 5], default: [2, 2] }),
        entry: range({ within: [-99, 99], default: [0, 9] }),
    },
    pose({ rows, entry }, random) {
        const size = random.int(rows.from, rows.to);
        const draw = () => Array.from({ length: size }, () => Array.from({ length: size }, () => random.int(entry.from, entry.to)));
        return { left: draw(), right: draw() };
    },
    prompt({ left, right }) {
        return `${writeMatrix(left)}*${writeMatrix(right)}=?`;
    },
    work(parts) {
        return multiply(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(multiply, parts, random);
    },
    accepts: sameMatrix,
    /** The share of entries that are right. */
    credit: shareOfEntries,
});
function multiply({ left, right }, hand) {
    const steps = [];
    const product = left.map((row) => row.map((_, column) => {
        const terms = row.map((entry, i) => entry * (right[i]?.[column] ?? 0) + 0);
        const sum = hand(terms.reduce((total, term) => total + term, 0));
        steps.push(`${terms.map((term, i) => (i > 0 && term >= 0 ? '+' : '') + term).join('')}=${sum}`);
        return sum;
    }));
    return { steps: steps.join(' '), answer: writeMatrix(product) };
}
