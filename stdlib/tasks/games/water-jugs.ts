import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { greatestCommonDivisor } from '../../support/values.ts';

interface Jugs {
  readonly sizes: readonly [number, number];
  readonly goal: number;
}

const MOVES = ['fA', 'fB', 'eA', 'eB', 'AB', 'BA'];

/**
 * Measures an amount with two jugs, by filling, emptying and pouring; any way counts. The steps say after each move
 * what is in the jugs.
 *
 *     jugs A=3,B=5,empty. f fills,e empties,AB pours A to B. get 4: moves=?
 *     ->   0,5 3,2 0,2 2,0 2,5 3,4<answer>fB BA eA BA fB BA</answer>
 */
export const waterJugs = defineTask({
  name: 'water_jugs',
  settings: {
    size: range({ within: [2, 40], default: [2, 12] }),
  },

  /** The goal is an amount that can be had, and smaller than the larger jug. */
  pose({ size }, random): Jugs {
    const sizes = [random.int(size.from, size.to), random.int(size.from, size.to)] as const;
    const divisor = greatestCommonDivisor(...sizes);
    return { sizes, goal: divisor * random.int(1, Math.max(...sizes) / divisor) };
  },

  prompt({ sizes: [a, b], goal }) {
    return `jugs A=${a},B=${b},empty. f fills,e empties,AB pours A to B. get ${goal}: moves=?`;
  },

  work(jugs) {
    const moves = solve(jugs);
    return { steps: follow(jugs, moves), answer: moves.join(' ') };
  },

  /** One move is another, or left out. */
  slip(jugs, random) {
    const moves = solve(jugs);
    for (;;) {
      const at = random.int(0, moves.length - 1);
      const other = random.pick([...MOVES, '']);
      const wrong = [...moves.slice(0, at), other, ...moves.slice(at + 1)].filter((move) => move !== '');
      if (wrong.length > 0 && !measures(jugs, wrong)) {
        return { steps: follow(jugs, wrong), answer: wrong.join(' ') };
      }
    }
  },

  accepts: (given, _expected, jugs) => measures(jugs, given.split(/[ ,]+/)),
});

type Levels = readonly [number, number];

function pour([a, b]: Levels, move: string, [sizeA, sizeB]: Levels): Levels | undefined {
  switch (move) {
    case 'fA':
      return [sizeA, b];
    case 'fB':
      return [a, sizeB];
    case 'eA':
      return [0, b];
    case 'eB':
      return [a, 0];
    case 'AB':
      return [a - Math.min(a, sizeB - b), b + Math.min(a, sizeB - b)];
    case 'BA':
      return [a + Math.min(b, sizeA - a), b - Math.min(b, sizeA - a)];
    default:
      return undefined;
  }
}

/** What is in the jugs after each move. */
function follow({ sizes }: Jugs, moves: readonly string[]): string {
  let levels: Levels = [0, 0];
  return moves.map((move) => (levels = pour(levels, move, sizes) ?? levels).join()).join(' ');
}

/** Whether all moves are moves, and one jug holds the goal in the end. */
function measures({ sizes, goal }: Jugs, moves: readonly string[]): boolean {
  let levels: Levels | undefined = [0, 0];
  for (const move of moves) {
    levels = pour(levels, move, sizes);
    if (levels === undefined) return false;
  }
  return levels.includes(goal);
}

/** The fewest moves, the first such in the order of MOVES. */
function solve({ sizes, goal }: Jugs): string[] {
  const seen = new Set<string>(['0,0']);
  let front: { levels: Levels; moves: string[] }[] = [{ levels: [0, 0], moves: [] }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { levels, moves } of front) {
      if (levels.includes(goal)) return moves;
      for (const move of MOVES) {
        const after = pour(levels, move, sizes);
        if (after === undefined || seen.has(after.join())) continue;
        seen.add(after.join());
        next.push({ levels: after, moves: [...moves, move] });
      }
    }
    front = next;
  }
  throw new Error(`The jugs ${sizes.join()} cannot measure ${goal}.`);
}
