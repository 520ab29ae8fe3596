import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { readCells } from '../../support/cells.ts';

interface Lights {
  /** 1 is a light that is on. */
  readonly rows: readonly string[];
}

/**
 * Puts all lights out: pressing one switches it and those beside, above and below it. Any set of lights that does
 * so counts; each is named by its row and column. The steps show the lights after each press.
 *
 *     lights 010/111/010: press (switches it and its neighbours) to put all out; row column=?
 *     ->   000/000/000<answer>22</answer>
 */
export const lightsOut = defineTask({
  name: 'lights_out',
  settings: {
    height: range({ within: [2, 4], default: [2, 3] }),
    width: range({ within: [2, 3], default: [3, 3] }),
    presses: range({ within: [1, 8], default: [1, 4] }),
  },

  pose({ height, width, presses }, random): Lights {
    const [rows, columns] = [random.int(height.from, height.to), random.int(width.from, width.to)];
    const cells = Array.from({ length: rows * columns }, (_, i) => i);
    for (;;) {
      const pressed = random.shuffle(cells).slice(0, random.int(presses.from, presses.to));
      const lit = pressed.reduce((lights, cell) => lights ^ cross(cell, rows, columns), 0);
      // A few sets of lights switch nothing.
      if (lit !== 0) return { rows: write(lit, rows, columns) };
    }
  },

  prompt({ rows }) {
    return `lights ${rows.join('/')}: press (switches it and its neighbours) to put all out; row column=?`;
  },

  work({ rows }) {
    const presses = fewest(rows);
    return { steps: follow(presses, rows), answer: name(presses, rows) };
  },

  /** One light too many is pressed, or one too few. */
  slip({ rows }, random) {
    const right = fewest(rows);
    const cells = random.shuffle(Array.from({ length: rows.length * (rows[0]?.length ?? 0) }, (_, i) => i));
    for (const cell of cells) {
      const wrong = right ^ (1 << cell);
      if (wrong !== 0) return { steps: follow(wrong, rows), answer: name(wrong, rows) };
    }
    throw new Error('There is one light only.');
  },

  accepts(given, _expected, { rows }) {
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    let lights = read(rows);
    const cells = readCells(given);
    if (cells.length > 99) return false;
    for (const cell of cells) {
      const [row, column] = [Number(cell[0]) - 1, Number(cell[1]) - 1];
      if (!/^\d\d$/.test(cell) || row < 0 || row >= height || column < 0 || column >= width) return false;
      lights ^= cross(row * width + column, height, width);
    }
    return lights === 0;
  },
});

/** The lights after each of the presses. */
function follow(presses: number, rows: readonly string[]): string {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  let lights = read(rows);
  return Array.from({ length: height * width }, (_, cell) => cell)
    .filter((cell) => (presses >> cell) & 1)
    .map((cell) => write((lights ^= cross(cell, height, width)), height, width).join('/'))
    .join(' ');
}

/** The lights that pressing one switches, each a bit. */
function cross(cell: number, height: number, width: number): number {
  const [y, x] = [Math.floor(cell / width), cell % width];
  let lights = 1 << cell;
  if (y > 0) lights |= 1 << (cell - width);
  if (y < height - 1) lights |= 1 << (cell + width);
  if (x > 0) lights |= 1 << (cell - 1);
  if (x < width - 1) lights |= 1 << (cell + 1);
  return lights;
}

function read(rows: readonly string[]): number {
  return [...rows.join('')].reduce((lights, light, i) => (light === '1' ? lights | (1 << i) : lights), 0);
}

function write(lights: number, height: number, width: number): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (lights >> (y * width + x)) & 1).join(''),
  );
}

/** The fewest presses that put all out, as bits; the first such. */
function fewest(rows: readonly string[]): number {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const lit = read(rows);
  // What each set of presses switches follows from the set without its lowest press.
  const switched = new Int32Array(2 ** (height * width));
  const count = new Int32Array(switched.length);
  let best = -1;
  for (let presses = 1; presses < switched.length; presses++) {
    const lowest = 31 - Math.clz32(presses & -presses);
    const rest = presses & (presses - 1);
    switched[presses] = (switched[rest] ?? 0) ^ cross(lowest, height, width);
    count[presses] = (count[rest] ?? 0) + 1;
    if (switched[presses] === lit && (best < 0 || (count[presses] ?? 0) < (count[best] ?? 0))) best = presses;
  }
  return best;
}

function name(presses: number, rows: readonly string[]): string {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: rows.length * width }, (_, i) => i)
    .filter((cell) => (presses >> cell) & 1)
    .map((cell) => `${Math.floor(cell / width) + 1}${(cell % width) + 1}`)
    .join(' ');
}
