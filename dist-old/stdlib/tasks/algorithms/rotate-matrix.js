import { defineTask, range } from "../../../runtime/tasks/index.js";
import { drawGrid, sameGrid, shareOfGrid, spoilGrid } from "../../support/grids.js";
const DIGITS = '0123456789';
/**
 * Turns a square of digits clockwise by quarters; the steps show it after each. Scored by the share of cells that
 * are right.
 *
 *     turn 12/34 by 180=?   ->   31/42 43/21<answer>43/21</answer>
 */
export const rotateMatrix = defineTask({
    name: 'rotate_matrix',
    settings: {
        side: range({ within: [2, 8], default: [2, 3] }),
        quarters: range({ within: [1, 3], default: [1, 2] }),
    },
    pose({ side, quarters }, random) {
        return { rows: drawGrid(side, DIGITS, random), quarters: random.int(quarters.from, quarters.to) };
    },
    prompt({ rows, quarters }) {
        return `turn ${rows.join('/')} by ${quarters * 90}=?`;
    },
    work(turn) {
        const states = turned(turn);
        return { steps: states.map((rows) => rows.join('/')).join(' '), answer: states.at(-1)?.join('/') ?? '' };
    },
    /** One digit of the last square is another. */
    slip(turn, random) {
        const states = turned(turn);
        states.push(spoilGrid(states.pop() ?? [], DIGITS, random));
        return { steps: states.map((rows) => rows.join('/')).join(' '), answer: states.at(-1)?.join('/') ?? '' };
    },
    accepts: sameGrid,
    credit: shareOfGrid,
});
function turned({ rows, quarters }) {
    const states = [];
    let now = rows;
    for (let quarter = 0; quarter < quarters; quarter++) {
        const before = now;
        const next = Array.from(before[0] ?? '', (_, x) => before
            .map((row) => row.charAt(x))
            .reverse()
            .join(''));
        states.push(next);
        now = next;
    }
    return states;
}
