import { defineTask, range } from "../../../runtime/tasks/index.js";
import { readIntegers } from "../../support/values.js";
/**
 * Completes queens on a board, one a row, so that none attacks another; any way counts.
 *
 *     6 queens,row 1 column 2: columns of rows 1..6=?   ->   <answer>2,4,6,1,3,5</answer>
 */
export const nQueens = defineTask({
    name: 'n_queens',
    settings: {
        side: range({ within: [5, 10], default: [6, 8] }),
        given: range({ within: [0, 8], default: [1, 4] }),
    },
    /** The given queens are those of a solution; at least one row is left to fill. */
    pose({ side: sides, given }, random) {
        const side = random.int(sides.from, sides.to);
        const order = Array.from({ length: side }, () => random.shuffle(Array.from({ length: side }, (_, i) => i + 1)));
        const solution = complete(side, [], Array(side).fill(0), order) ?? [];
        const count = Math.min(side - 1, random.int(given.from, given.to));
        const shown = new Set(random.shuffle(solution.map((_, row) => row)).slice(0, count));
        return { side, given: solution.map((column, row) => (shown.has(row) ? column : 0)) };
    },
    prompt({ side, given }) {
        const queens = given.flatMap((column, row) => (column === 0 ? [] : [`,row ${row + 1} column ${column}`]));
        return `${side} queens${queens.join('')}: columns of rows 1..${side}=?`;
    },
    work({ side, given }) {
        return { steps: '', answer: solve(side, given).join(',') };
    },
    /** Two queens of different rows are changed over, or one stands in another column, and they attack each other. */
    slip({ side, given }, random) {
        const columns = solve(side, given);
        for (;;) {
            const wrong = [...columns];
            wrong[random.int(0, side - 1)] = random.int(1, side);
            if (!isPeaceful(wrong))
                return { steps: '', answer: wrong.join(',') };
        }
    },
    accepts(answer, _expected, { side, given }) {
        const columns = readIntegers(answer)?.map(Number);
        if (columns?.length !== side || !columns.every((column) => column >= 1 && column <= side))
            return false;
        return given.every((column, row) => column === 0 || column === columns[row]) && isPeaceful(columns);
    },
});
function isPeaceful(columns) {
    return columns.every((column, row) => columns
        .slice(0, row)
        .every((other, above) => other !== column && Math.abs(other - column) !== row - above));
}
function solve(side, given) {
    const order = Array.from({ length: side }, () => Array.from({ length: side }, (_, i) => i + 1));
    return complete(side, [], given, order) ?? [];
}
/** The first completion in the order in which columns are tried; undefined where there is none. */
function complete(side, start, given, order) {
    const row = start.length;
    if (row === side)
        return [...start];
    for (const column of order[row] ?? []) {
        if (given[row] !== 0 && given[row] !== column)
            continue;
        if (start.some((other, above) => other === column || Math.abs(other - column) === row - above))
            continue;
        const whole = complete(side, [...start, column], given, order);
        if (whole !== undefined)
            return whole;
    }
    return undefined;
}
