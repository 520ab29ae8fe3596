import type { Check } from './as-good.ts';

const list = (text: string) =>
  text.split(/ ?[,;] ?| /).map((part) => (/^[+-]?\d+$/.test(part) ? Number(part) : NaN));

/** Whether who is to move wins, by trying all moves. */
function wins(heaps: readonly number[], known = new Map<string, boolean>()): boolean {
  const key = [...heaps].sort().join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const result = heaps.some((heap, i) =>
    Array.from({ length: heap }, (_, left) => left).some(
      (left) =>
        !wins(
          heaps.map((other, j) => (j === i ? left : other)),
          known,
        ),
    ),
  );
  known.set(key, result);
  return result;
}

export const GAMES: Readonly<Record<string, Check>> = {
  countdown: (prompt, given) => {
    const [, target = '', numbers = ''] = /make (\d+) of ([\d,]+)/.exec(prompt) ?? [];
    const sum = given.replace(/ ?= ?\d+$/, '').replace(/ /g, '');
    // Signs stand between numbers or brackets only, and numbers have no sign of their own.
    if (!/^[\d+*/()-]+$/.test(sum) || /(^|[(+*/-])[+*/-]|[+*/-]($|\))|\)[\d(]|[\d]\(|\(\)/.test(sum))
      return false;
    const left = numbers.split(',').map(Number);
    for (const [number] of sum.matchAll(/\d+/g)) {
      const at = left.indexOf(Number(number));
      if (at < 0) return false;
      left.splice(at, 1);
    }
    let value: number;
    try {
      value = (0, eval)(sum.replace(/\d+/g, (number) => String(Number(number)))) as number;
    } catch {
      // Brackets that do not match.
      return false;
    }
    return Math.abs(value - Number(target)) < 1e-9;
  },
  mini_sudoku: (prompt, given) => {
    const givens = (/4x4 (.*)=/.exec(prompt)?.[1] ?? '').split('/').join('');
    const cells = given.replace(/[ ,;/]/g, '');
    if (!/^[1-4]{16}$/.test(cells) || [...givens].some((one, i) => one !== '.' && one !== cells[i]))
      return false;
    const at = (row: number, column: number) => cells[row * 4 + column];
    return [0, 1, 2, 3].every((i) => {
      const four = [0, 1, 2, 3];
      const row = new Set(four.map((j) => at(i, j)));
      const column = new Set(four.map((j) => at(j, i)));
      const corner = new Set(four.map((j) => at((i >> 1) * 2 + (j >> 1), (i % 2) * 2 + (j % 2))));
      return row.size === 4 && column.size === 4 && corner.size === 4;
    });
  },
  n_queens: (prompt, given) => {
    const side = Number(/^\d+/.exec(prompt)?.[0]);
    const columns = list(given.replace(/^[([{]|[)\]}]$/g, ''));
    if (columns.length !== side || !columns.every((column) => column >= 1 && column <= side)) return false;
    const stands = [...prompt.matchAll(/row (\d+) column (\d+)/g)];
    if (!stands.every(([, row, column]) => columns[Number(row) - 1] === Number(column))) return false;
    const lines = [
      columns,
      columns.map((column, row) => column + row),
      columns.map((column, row) => column - row),
    ];
    return lines.every((line) => new Set(line).size === side);
  },
  tower_of_hanoi: (prompt, given) => {
    const [, start = '', goal = ''] = /on (\w+),all to (\w)/.exec(prompt) ?? [];
    const pegs: Record<string, number[]> = { A: [], B: [], C: [] };
    // The largest discs lie lowest.
    for (let disc = start.length - 1; disc >= 0; disc--) pegs[start[disc] ?? '']?.push(disc);
    for (const move of given.split(/[ ,]+/)) {
      const [, from = '', to = ''] = /^([ABC])>?([ABC])$/.exec(move) ?? [];
      const disc = pegs[from]?.pop();
      if (disc === undefined || from === to || (pegs[to]?.at(-1) ?? Infinity) < disc) return false;
      pegs[to]?.push(disc);
    }
    return pegs[goal]?.length === start.length;
  },
  maze: (prompt, given) => {
    const rows = (/maze (.*):/.exec(prompt)?.[1] ?? '').split('/');
    const cell = (y: number, x: number) => rows[y]?.[x] ?? '#';
    const cells = rows.flatMap((row, y) => [...row].map((sign, x) => ({ sign, y, x })));
    const start = cells.find(({ sign }) => sign === 'S')!;
    // Distances spread until none changes.
    const far = new Map<string, number>([[`${start.y},${start.x}`, 0]]);
    for (let changed = true; changed;) {
      changed = false;
      for (const { sign, y, x } of cells) {
        if (sign === '#') continue;
        const near = [`${y - 1},${x}`, `${y + 1},${x}`, `${y},${x - 1}`, `${y},${x + 1}`];
        const best = 1 + Math.min(...near.map((key) => far.get(key) ?? Infinity));
        if (best < (far.get(`${y},${x}`) ?? Infinity)) {
          far.set(`${y},${x}`, best);
          changed = true;
        }
      }
    }
    const end = cells.find(({ sign }) => sign === 'E')!;
    const way = given.replace(/[ ,]/g, '').toUpperCase();
    let { y, x } = start;
    for (const move of way) {
      if (!'UDLR'.includes(move)) return false;
      if (move === 'U') y -= 1;
      if (move === 'D') y += 1;
      if (move === 'L') x -= 1;
      if (move === 'R') x += 1;
      if (cell(y, x) === '#') return false;
    }
    return cell(y, x) === 'E' && way.length === far.get(`${end.y},${end.x}`);
  },
  nim: (prompt, given) => {
    const before = list(/nim ([\d,]+)/.exec(prompt)?.[1] ?? '');
    const after = list(given.replace(/^[([{]|[)\]}]$/g, ''));
    if (after.length !== before.length || !after.every((heap, i) => heap >= 0 && heap <= (before[i] ?? 0)))
      return false;
    if (after.filter((heap, i) => heap !== before[i]).length !== 1) return false;
    // Bouton's theorem, and where all moves can be tried, they are.
    const zero = after.reduce((sum, heap) => sum ^ heap, 0) === 0;
    if (before.reduce((sum, heap) => sum + heap, 0) <= 14 && wins(after) === zero) {
      throw new Error(`Bouton's theorem fails on ${after.join()}`);
    }
    return zero;
  },
  water_jugs: (prompt, given) => {
    const [, a, b, goal] = (/A=(\d+),B=(\d+).*get (\d+)/.exec(prompt) ?? []).map(Number);
    const size: Record<string, number> = { A: a ?? 0, B: b ?? 0 };
    const now: Record<string, number> = { A: 0, B: 0 };
    for (const move of given.split(/[ ,]+/)) {
      const [what = '', jug = ''] = [move[0], move[1]];
      if (!['fA', 'fB', 'eA', 'eB', 'AB', 'BA'].includes(move)) return false;
      if (what === 'f') now[jug] = size[jug] ?? 0;
      else if (what === 'e') now[jug] = 0;
      else {
        while ((now[what] ?? 0) > 0 && (now[jug] ?? 0) < (size[jug] ?? 0)) {
          now[what] = (now[what] ?? 0) - 1;
          now[jug] = (now[jug] ?? 0) + 1;
        }
      }
    }
    return now.A === goal || now.B === goal;
  },
  lights_out: (prompt, given) => {
    const rows = (/lights ([01/]+):/.exec(prompt)?.[1] ?? '').split('/').map((row) => [...row].map(Number));
    for (const cell of given.split(/[ ,;/]+/).filter(Boolean)) {
      const [y, x] = [Number(cell[0]) - 1, Number(cell[1]) - 1];
      if (!/^\d\d$/.test(cell) || rows[y]?.[x] === undefined) return false;
      for (const [row, line] of rows.entries()) {
        for (const column of line.keys()) {
          if (Math.abs(row - y) + Math.abs(column - x) <= 1) line[column] = 1 - (line[column] ?? 0);
        }
      }
    }
    return rows.flat().every((light) => light === 0);
  },
};
