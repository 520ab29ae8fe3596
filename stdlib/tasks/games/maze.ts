import { defineTask, fraction, range } from '../../../runtime/tasks/index.ts';

interface Maze {
  /** S is where one starts, E where one wants to be, # a wall. */
  readonly rows: readonly string[];
}

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  U: [-1, 0],
  D: [1, 0],
  L: [0, -1],
  R: [0, 1],
};

/**
 * Finds a shortest way through a maze, told in steps up, down, left and right; any shortest way counts. A longer way
 * earns the ratio of the shortest length to its own. The steps show how far each place is from the start, its last
 * digit; from the end one goes back along them.
 *
 *     maze S.#/..#/#.E: shortest way in U,D,L,R=?   ->   01#/12#/#34<answer>DRDR</answer>
 */
export const maze = defineTask({
  name: 'maze',
  settings: {
    side: range({ within: [2, 12], default: [3, 4] }),
    walls: fraction({ default: 0.3 }),
  },

  pose({ side, walls }, random): Maze {
    const [height, width] = [random.int(side.from, side.to), random.int(side.from, side.to)];
    const cells = random.shuffle(Array.from({ length: height * width }, (_, i) => i));
    const [start = 0, end = 1, ...others] = cells;
    const isWall = new Set(others.filter(() => random.next() < walls));
    for (;;) {
      const sign = (cell: number) =>
        cell === start ? 'S' : cell === end ? 'E' : isWall.has(cell) ? '#' : '.';
      const rows = Array.from({ length: height }, (_, y) =>
        Array.from({ length: width }, (_, x) => sign(y * width + x)).join(''),
      );
      if (shortest(rows) !== undefined) return { rows };
      // Walls fall until there is a way.
      isWall.delete(random.pick([...isWall]));
    }
  },

  prompt({ rows }) {
    return `maze ${rows.join('/')}: shortest way in U,D,L,R=?`;
  },

  work({ rows }) {
    return { steps: distances(rows), answer: shortest(rows) ?? '' };
  },

  /** One step goes another way. */
  slip({ rows }, random) {
    const way = shortest(rows) ?? '';
    for (;;) {
      const at = random.int(0, way.length - 1);
      const wrong = way.slice(0, at) + random.pick(Object.keys(MOVES)) + way.slice(at + 1);
      if (!leads(rows, wrong)) return { steps: distances(rows), answer: wrong };
    }
  },

  accepts(given, expected, { rows }) {
    const way = bare(given);
    return way.length === expected.length && leads(rows, way);
  },

  credit(given, expected, { rows }) {
    const way = bare(given);
    return leads(rows, way) ? expected.length / way.length : 0;
  },
});

function bare(given: string): string {
  return given.replace(/[ ,]/g, '').toUpperCase();
}

function find(rows: readonly string[], sign: string): [y: number, x: number] {
  const y = rows.findIndex((row) => row.includes(sign));
  return [y, rows[y]?.indexOf(sign) ?? 0];
}

function leads(rows: readonly string[], way: string): boolean {
  let [y, x] = find(rows, 'S');
  for (const move of way) {
    const [down, right] = MOVES[move] ?? [NaN, NaN];
    [y, x] = [y + down, x + right];
    if ((rows[y]?.[x] ?? '#') === '#') return false;
  }
  return rows[y]?.[x] === 'E';
}

/** The map with the last digit of the distance from the start where there is a way. */
function distances(rows: readonly string[]): string {
  const cells = rows.map((row) => [...row]);
  let front = [find(rows, 'S')];
  for (let distance = 0; front.length > 0; distance++) {
    for (const [y, x] of front) cells[y]![x] = `${distance % 10}`;
    const next = new Map<string, [number, number]>();
    for (const [y, x] of front) {
      for (const [down, right] of Object.values(MOVES)) {
        const to: [number, number] = [y + down, x + right];
        if (/[.SE]/.test(cells[to[0]]?.[to[1]] ?? '#')) next.set(to.join(), to);
      }
    }
    front = [...next.values()];
  }
  return cells.map((row) => row.join('')).join('/');
}

/** A shortest way, the first in the order U, D, L, R; undefined where there is none. */
function shortest(rows: readonly string[]): string | undefined {
  const seen = new Set<string>();
  let front = [{ at: find(rows, 'S'), way: '' }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { at, way } of front) {
      const [y, x] = at;
      if (rows[y]?.[x] === 'E') return way;
      for (const [move, [down, right]] of Object.entries(MOVES)) {
        const to: [number, number] = [y + down, x + right];
        if ((rows[to[0]]?.[to[1]] ?? '#') === '#' || seen.has(to.join())) continue;
        seen.add(to.join());
        next.push({ at: to, way: way + move });
      }
    }
    front = next;
  }
  return undefined;
}
