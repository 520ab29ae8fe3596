import { defineTask, range } from "../../../runtime/tasks/index.js";
import { drawGrid, sameGrid, shareOfGrid, spoilGrid } from "../../support/grids.js";
/**
 * Finds the next generation of Conway's Game of Life; beyond the edge nothing lives. The steps count each cell's
 * neighbours. Scored by the share of cells that are right.
 *
 *     life ###/.../###: next=?   ->   121/464/121<answer>.#./.../.#.</answer>
 */
export const lifeStep = defineTask({
    name: 'life_step',
    settings: {
        side: range({ within: [2, 10], default: [3, 3] }),
    },
    pose({ side }, random) {
        return { rows: drawGrid(side, '#.', random) };
    },
    prompt({ rows }) {
        return `life ${rows.join('/')}: next=?`;
    },
    work({ rows }) {
        const counts = neighbours(rows);
        return { steps: counts.map((row) => row.join('')).join('/'), answer: next(rows, counts).join('/') };
    },
    /** One cell comes out wrong. */
    slip({ rows }, random) {
        const counts = neighbours(rows);
        const wrong = spoilGrid(next(rows, counts), '#.', random);
        return { steps: counts.map((row) => row.join('')).join('/'), answer: wrong.join('/') };
    },
    accepts: sameGrid,
    credit: shareOfGrid,
});
function neighbours(rows) {
    return rows.map((row, y) => Array.from(row, (_, x) => {
        let count = 0;
        for (let dy = -1; dy <= 1; dy++) {
            for (let dx = -1; dx <= 1; dx++)
                if ((dy !== 0 || dx !== 0) && rows[y + dy]?.[x + dx] === '#')
                    count += 1;
        }
        return count;
    }));
}
function next(rows, counts) {
    const lives = (cell, count = 0) => count === 3 || (cell === '#' && count === 2);
    return rows.map((row, y) => Array.from(row, (cell, x) => (lives(cell, counts[y]?.[x]) ? '#' : '.')).join(''));
}
