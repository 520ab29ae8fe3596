import { defineTask, otherThan, range, type Random } from '../../../runtime/tasks/index.ts';

interface Sudoku {
  /** Row by row; a dot where nothing is given. */
  readonly givens: string;
}

const SIDE = 4;
const CELLS = SIDE * SIDE;

/**
 * Fills a square of 4 by 4 so that each row, column and corner of 2 by 2 has 1 to 4; there is one way. Scored by the
 * share of empty cells that are filled rightly. The steps fill the cell that may have the fewest digits, again and
 * again: row, column, those digits, and after = the one of them that works out where there are several.
 *
 *     sudoku 4x4 1.34/34.2/2143/.321=?   ->   12:2 23:1 41:4<answer>1234/3412/2143/4321</answer>
 */
export const miniSudoku = defineTask({
  name: 'mini_sudoku',
  settings: {
    empty: range({ within: [1, 12], default: [3, 6] }),
  },

  /** Cells are emptied one by one as long as there is one way left; so there may be fewer than asked for. */
  pose({ empty }, random): Sudoku {
    const solution = random.pick(SOLUTIONS);
    let givens = solution;
    let left = random.int(empty.from, empty.to);
    for (const cell of random.shuffle(Array.from({ length: CELLS }, (_, i) => i))) {
      if (left === 0) break;
      const fewer = givens.slice(0, cell) + '.' + givens.slice(cell + 1);
      if (SOLUTIONS.some((other) => other !== solution && fits(other, fewer))) continue;
      givens = fewer;
      left -= 1;
    }
    return { givens };
  },

  prompt({ givens }) {
    return `sudoku 4x4 ${rows(givens)}=?`;
  },

  work({ givens }) {
    const solution = solve(givens);
    return { steps: fill(givens, solution, solution), answer: rows(solution) };
  },

  /** One empty cell is filled wrongly. */
  slip({ givens }, random) {
    const solution = solve(givens);
    const wrong = spoil(solution, givens, random);
    return { steps: fill(givens, solution, wrong), answer: rows(wrong) };
  },

  accepts: (given, _expected, { givens }) => bare(given) === solve(givens),

  credit(given, _expected, { givens }) {
    const [cells, solution] = [bare(given), solve(givens)];
    if (cells.length !== CELLS || !fits(cells, givens)) return 0;
    const empty = Array.from({ length: CELLS }, (_, i) => i).filter((cell) => givens[cell] === '.');
    return empty.filter((cell) => cells[cell] === solution[cell]).length / empty.length;
  },
});

/** All 288 squares. */
const SOLUTIONS: readonly string[] = extend('');

function extend(start: string): string[] {
  if (start.length === CELLS) return [start];
  return ['1', '2', '3', '4']
    .filter((digit) => mayFollow(start, digit))
    .flatMap((digit) => extend(start + digit));
}

function mayFollow(start: string, digit: string): boolean {
  return [...start].every((other, i) => other !== digit || !sees(i, start.length));
}

function fits(cells: string, givens: string): boolean {
  return [...givens].every((given, i) => given === '.' || given === cells[i]);
}

function solve(givens: string): string {
  return SOLUTIONS.find((solution) => fits(solution, givens)) ?? '';
}

function spoil(solution: string, givens: string, random: Random): string {
  const cell = random.pick([...givens].flatMap((given, i) => (given === '.' ? [i] : [])));
  const wrong = otherThan(Number(solution[cell]), { from: 1, to: SIDE }, random);
  return solution.slice(0, cell) + wrong + solution.slice(cell + 1);
}

/** The empty cells in the order in which they are filled; a digit that is `written` wrongly stands there so. */
function fill(givens: string, solution: string, written: string): string {
  const steps: string[] = [];
  let now = givens;
  while (now.includes('.')) {
    const open = [...now].flatMap((given, cell) =>
      given === '.' ? [{ cell, may: allowed(now, cell) }] : [],
    );
    const { cell, may } = open.reduce((best, one) => (one.may.length < best.may.length ? one : best));
    const [right, put] = [solution.charAt(cell), written.charAt(cell)];
    const digits = put !== right ? put : may.length === 1 ? right : `${may}=${right}`;
    steps.push(`${Math.floor(cell / SIDE) + 1}${(cell % SIDE) + 1}:${digits}`);
    now = now.slice(0, cell) + right + now.slice(cell + 1);
  }
  return steps.join(' ');
}

/** The digits that no cell has which an empty one sees. */
function allowed(cells: string, at: number): string {
  return ['1', '2', '3', '4']
    .filter((digit) => [...cells].every((other, cell) => other !== digit || !sees(cell, at)))
    .join('');
}

function sees(a: number, b: number): boolean {
  const [row, column, y, x] = [Math.floor(a / SIDE), a % SIDE, Math.floor(b / SIDE), b % SIDE];
  return row === y || column === x || (row >> 1 === y >> 1 && column >> 1 === x >> 1);
}

function rows(cells: string): string {
  return (cells.match(/.{4}/g) ?? []).join('/');
}

function bare(given: string): string {
  return given.replace(/[ ,;/]/g, '');
}
