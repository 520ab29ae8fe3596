import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { readIntegers } from '../../support/values.ts';

interface Board {
  readonly side: number;
  /** The columns of queens that stand already, by row, counted from 1; 0 where none does. */
  readonly given: readonly number[];
}

/**
 * Completes queens on a board, one a row, so that none attacks another; any way counts. The steps name for each row the
 * columns that no queen attacks, and after = the one of them that works out where there are several.
 *
 *     6 queens,row 1 column 2: columns of rows 1..6=?
 *     ->   2:4,5,6=4 3:1,6=6 4:1,3=1 5:3,5=3 6:5<answer>2,4,6,1,3,5</answer>
 */
export const nQueens = defineTask({
  name: 'n_queens',
  settings: {
    side: range({ within: [5, 10], default: [6, 8] }),
    given: range({ within: [0, 8], default: [1, 4] }),
  },

  /** The given queens are those of a solution; at least one row is left to fill. */
  pose({ side: sides, given }, random): Board {
    const side = random.int(sides.from, sides.to);
    const order = Array.from({ length: side }, () =>
      random.shuffle(Array.from({ length: side }, (_, i) => i + 1)),
    );
    const solution = complete(side, [], Array<number>(side).fill(0), order) ?? [];
    const count = Math.min(side - 1, random.int(given.from, given.to));
    const shown = new Set(random.shuffle(solution.map((_, row) => row)).slice(0, count));
    return { side, given: solution.map((column, row) => (shown.has(row) ? column : 0)) };
  },

  prompt({ side, given }) {
    const queens = given.flatMap((column, row) => (column === 0 ? [] : [`,row ${row + 1} column ${column}`]));
    return `${side} queens${queens.join('')}: columns of rows 1..${side}=?`;
  },

  work({ side, given }) {
    const columns = solve(side, given);
    return { steps: look(side, given, columns, columns), answer: columns.join(',') };
  },

  /** Two queens of different rows are changed over, or one stands in another column, and they attack each other. */
  slip({ side, given }, random) {
    const columns = solve(side, given);
    for (;;) {
      const wrong = [...columns];
      wrong[random.int(0, side - 1)] = random.int(1, side);
      if (!isPeaceful(wrong)) return { steps: look(side, given, columns, wrong), answer: wrong.join(',') };
    }
  },

  accepts(answer, _expected, { side, given }) {
    const columns = readIntegers(answer)?.map(Number);
    if (columns?.length !== side || !columns.every((column) => column >= 1 && column <= side)) return false;
    return given.every((column, row) => column === 0 || column === columns[row]) && isPeaceful(columns);
  },
});

/** The rows to fill, each with its free columns; where another one is `written` than the solution has, that one alone. */
function look(
  side: number,
  given: readonly number[],
  solution: readonly number[],
  written: readonly number[],
): string {
  const steps: string[] = [];
  for (const [row, column] of solution.entries()) {
    if (given[row] !== 0) continue;
    const queens = solution.map((one, other) => (other < row || given[other] !== 0 ? one : 0));
    const free = Array.from({ length: side }, (_, i) => i + 1).filter((one) =>
      queens.every(
        (queen, other) => queen === 0 || (queen !== one && Math.abs(queen - one) !== Math.abs(other - row)),
      ),
    );
    const put = written[row]!;
    const columns =
      put !== column ? `${put}` : free.length === 1 ? `${column}` : `${free.join(',')}=${column}`;
    steps.push(`${row + 1}:${columns}`);
  }
  return steps.join(' ');
}

function isPeaceful(columns: readonly number[]): boolean {
  return columns.every((column, row) =>
    columns
      .slice(0, row)
      .every((other, above) => other !== column && Math.abs(other - column) !== row - above),
  );
}

function solve(side: number, given: readonly number[]): number[] {
  const order = Array.from({ length: side }, () => Array.from({ length: side }, (_, i) => i + 1));
  return complete(side, [], given, order) ?? [];
}

/** The first completion in the order in which columns are tried; undefined where there is none. */
function complete(
  side: number,
  start: readonly number[],
  given: readonly number[],
  order: readonly (readonly number[])[],
): number[] | undefined {
  const row = start.length;
  if (row === side) return [...start];
  for (const column of order[row] ?? []) {
    if (given[row] !== 0 && given[row] !== column) continue;
    if (start.some((other, above) => other === column || Math.abs(other - column) === row - above)) continue;
    const whole = complete(side, [...start, column], given, order);
    if (whole !== undefined) return whole;
  }
  return undefined;
}
