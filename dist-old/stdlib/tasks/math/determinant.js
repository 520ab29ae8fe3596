import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { writeMatrix } from "../../support/matrix.js";
/**
 * Finds the determinant of a matrix along its first row; the steps show the smaller determinants first.
 *
 *     det [1 2;3 4]=?   ->   1*4-2*3=-2<answer>-2</answer>
 */
export const determinant = defineTask({
    name: 'determinant',
    settings: {
        rows: range({ within: [2, 4], default: [2, 2] }),
        entry: range({ within: [-20, 20], default: [0, 9] }),
    },
    pose({ rows, entry }, random) {
        const size = random.int(rows.from, rows.to);
        const row = () => Array.from({ length: size }, () => random.int(entry.from, entry.to));
        return { matrix: Array.from({ length: size }, row) };
    },
    prompt({ matrix }) {
        return `det ${writeMatrix(matrix)}=?`;
    },
    work(parts) {
        return expand(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(expand, parts, random);
    },
    accepts: sameInteger,
});
function expand({ matrix }, hand) {
    const steps = [];
    const value = laplace(matrix, steps, hand);
    return { steps: steps.join(' '), answer: `${value}` };
}
function laplace(matrix, steps, hand) {
    const [first = [], ...rest] = matrix;
    if (matrix.length === 1)
        return first[0] ?? 0;
    const minors = first.map((_, column) => laplace(rest.map((row) => row.filter((_, i) => i !== column)), steps, hand));
    const bracket = (value) => (value < 0 ? `(${value})` : `${value}`);
    const terms = first.map((entry, i) => `${i === 0 ? '' : i % 2 === 0 ? '+' : '-'}${bracket(entry)}*${bracket(minors[i] ?? 0)}`);
    const sum = first.reduce((total, entry, i) => total + (i % 2 === 0 ? 1 : -1) * entry * (minors[i] ?? 0), 0);
    const value = hand(sum + 0);
    steps.push(`${terms.join('')}=${value}`);
    return value;
}
