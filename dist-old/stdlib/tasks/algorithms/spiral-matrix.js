import { defineTask, range, slipText } from "../../../runtime/tasks/index.js";
import { drawGrid } from "../../support/grids.js";
/**
 * Reads a square of letters in a spiral, clockwise from the upper left; the steps are the straight parts.
 *
 *     spiral: abc/def/ghi   ->   abc fi hg d e<answer>abcfihgde</answer>
 */
export const spiralMatrix = defineTask({
    name: 'spiral_matrix',
    settings: {
        side: range({ within: [1, 9], default: [2, 3] }),
    },
    pose({ side }, random) {
        return { rows: drawGrid(side, 'abcdefghijklmnopqrstuvwxyz', random) };
    },
    prompt({ rows }) {
        return `spiral: ${rows.join('/')}`;
    },
    work({ rows }) {
        const parts = unwind(rows);
        return { steps: parts.join(' '), answer: parts.join('') };
    },
    /** Two letters of the spiral are changed over. */
    slip({ rows }, random) {
        const parts = unwind(rows);
        return { steps: parts.join(' '), answer: slipText(parts.join(''), random) };
    },
    accepts: (given, expected) => given.replace(/[ ,]/g, '') === expected,
});
function unwind(rows) {
    const parts = [];
    // What is left is turned to the left each time, so that the next part lies on top.
    for (let left = rows; left.length > 0; left = turnLeft(left.slice(1)))
        parts.push(left[0] ?? '');
    return parts;
}
function turnLeft(rows) {
    const width = rows[0]?.length ?? 0;
    return Array.from({ length: width }, (_, x) => rows.map((row) => row.charAt(width - 1 - x)).join(''));
}
