import { defineTask, otherThan, range } from "../../../runtime/tasks/index.js";
const SIDE = 4;
const CELLS = SIDE * SIDE;
/**
 * Fills a square of 4 by 4 so that each row, column and corner of 2 by 2 has 1 to 4; there is one way. Scored by the
 * share of empty cells that are filled rightly.
 *
 *     sudoku 4x4 1.34/34.2/2143/.321=?   ->   <answer>1234/3412/2143/4321</answer>
 */
export const miniSudoku = defineTask({
    name: 'mini_sudoku',
    settings: {
        empty: range({ within: [1, 12], default: [3, 6] }),
    },
    /** Cells are emptied one by one as long as there is one way left; so there may be fewer than asked for. */
    pose({ empty }, random) {
        const solution = random.pick(SOLUTIONS);
        let givens = solution;
        let left = random.int(empty.from, empty.to);
        for (const cell of random.shuffle(Array.from({ length: CELLS }, (_, i) => i))) {
            if (left === 0)
                break;
            const fewer = givens.slice(0, cell) + '.' + givens.slice(cell + 1);
            if (SOLUTIONS.some((other) => other !== solution && fits(other, fewer)))
                continue;
            givens = fewer;
            left -= 1;
        }
        return { givens };
    },
    prompt({ givens }) {
        return `sudoku 4x4 ${rows(givens)}=?`;
    },
    work({ givens }) {
        return { steps: '', answer: rows(solve(givens)) };
    },
    /** One empty cell is filled wrongly. */
    slip({ givens }, random) {
        return { steps: '', answer: rows(spoil(solve(givens), givens, random)) };
    },
    accepts: (given, _expected, { givens }) => bare(given) === solve(givens),
    credit(given, _expected, { givens }) {
        const [cells, solution] = [bare(given), solve(givens)];
        if (cells.length !== CELLS || !fits(cells, givens))
            return 0;
        const empty = Array.from({ length: CELLS }, (_, i) => i).filter((cell) => givens[cell] === '.');
        return empty.filter((cell) => cells[cell] === solution[cell]).length / empty.length;
    },
});
/** All 288 squares. */
const SOLUTIONS = extend('');
function extend(start) {
    if (start.length === CELLS)
        return [start];
    return ['1', '2', '3', '4']
        .filter((digit) => mayFollow(start, digit))
        .flatMap((digit) => extend(start + digit));
}
function mayFollow(start, digit) {
    const [y, x] = [Math.floor(start.length / SIDE), start.length % SIDE];
    return [...start].every((other, i) => {
        const [row, column] = [Math.floor(i / SIDE), i % SIDE];
        const sees = row === y || column === x || (row >> 1 === y >> 1 && column >> 1 === x >> 1);
        return !sees || other !== digit;
    });
}
function fits(cells, givens) {
    return [...givens].every((given, i) => given === '.' || given === cells[i]);
}
function solve(givens) {
    return SOLUTIONS.find((solution) => fits(solution, givens)) ?? '';
}
function spoil(solution, givens, random) {
    const cell = random.pick([...givens].flatMap((given, i) => (given === '.' ? [i] : [])));
    const wrong = otherThan(Number(solution[cell]), { from: 1, to: SIDE }, random);
    return solution.slice(0, cell) + wrong + solution.slice(cell + 1);
}
function rows(cells) {
    return (cells.match(/.{4}/g) ?? []).join('/');
}
function bare(given) {
    return given.replace(/[ ,;/]/g, '');
}
