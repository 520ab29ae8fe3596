import { defineTask, fraction, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds how large the largest island of a map is; land joins up, down, left and right. The steps give the size of
 * each island, in the order in which one reads.
 *
 *     largest island of # in ##./.../#.#=?   ->   2 1 1<answer>2</answer>
 */
export const largestIsland = defineTask({
    name: 'largest_island',
    settings: {
        side: range({ within: [2, 12], default: [3, 4] }),
        land: fraction({ default: 0.5 }),
    },
    pose({ side, land }, random) {
        const [height, width] = [random.int(side.from, side.to), random.int(side.from, side.to)];
        const row = () => Array.from({ length: width }, () => (random.next() < land ? '#' : '.')).join('');
        return { rows: Array.from({ length: height }, row) };
    },
    prompt({ rows }) {
        return `largest island of # in ${rows.join('/')}=?`;
    },
    work(parts) {
        return measure(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(measure, parts, random);
    },
    accepts: sameInteger,
});
function measure({ rows }, hand) {
    const map = rows.map((row) => [...row]);
    const sizes = [];
    for (const [y, row] of map.entries())
        for (const x of row.keys())
            if (row[x] === '#')
                sizes.push(sink(map, y, x));
    const written = sizes.map(hand);
    const largest = hand(Math.max(0, ...written));
    return { steps: written.length === 0 ? 'none' : written.join(' '), answer: `${largest}` };
}
/** Takes an island from the map; its size. */
function sink(map, y, x) {
    const row = map[y];
    if (row?.[x] !== '#')
        return 0;
    row[x] = '.';
    return 1 + sink(map, y - 1, x) + sink(map, y + 1, x) + sink(map, y, x - 1) + sink(map, y, x + 1);
}
