import { defineTask, range } from '../../../runtime/tasks/index.ts';

interface Tower {
  /** The peg of each disc, the smallest first. */
  readonly pegs: string;
  readonly goal: string;
}

const PEGS = ['A', 'B', 'C'];

/**
 * Moves all discs to one peg, one at a time and never onto a smaller one; any way there counts. The answer names the
 * peg that a disc leaves, and where it goes; the steps say after each move where the discs are.
 *
 *     hanoi: discs 1..3 (1 smallest) on AAC,all to C: moves=?   ->   BAC BCC CCC<answer>AB AC BC</answer>
 */
export const towerOfHanoi = defineTask({
  name: 'tower_of_hanoi',
  settings: {
    discs: range({ within: [2, 7], default: [2, 4] }),
  },

  pose({ discs }, random): Tower {
    const count = random.int(discs.from, discs.to);
    const goal = random.pick(PEGS);
    for (;;) {
      const pegs = Array.from({ length: count }, () => random.pick(PEGS)).join('');
      if (pegs !== goal.repeat(count)) return { pegs, goal };
    }
  },

  prompt({ pegs, goal }) {
    return `hanoi: discs 1..${pegs.length} (1 smallest) on ${pegs},all to ${goal}: moves=?`;
  },

  work({ pegs, goal }) {
    const { moves } = gather(pegs, pegs.length, goal);
    return { steps: follow(pegs, moves), answer: moves.join(' ') };
  },

  /** One move is left out, or one too many made. */
  slip({ pegs, goal }, random) {
    const { moves } = gather(pegs, pegs.length, goal);
    const at = random.int(0, moves.length - 1);
    const one = random.next() < 0.5 || moves.length === 1;
    const wrong = one
      ? [...moves, `${goal}${random.pick(PEGS.filter((peg) => peg !== goal))}`]
      : moves.filter((_, i) => i !== at);
    return { steps: follow(pegs, wrong), answer: wrong.join(' ') };
  },

  accepts(given, _expected, { pegs, goal }) {
    let now = pegs;
    for (const move of given.split(/[ ,]+/)) {
      if (!/^[ABC]>?[ABC]$/.test(move)) return false;
      const [from = '', to = ''] = [move.charAt(0), move.charAt(move.length - 1)];
      const disc = now.indexOf(from);
      const top = now.indexOf(to);
      // The first disc found on a peg is its smallest, hence its top.
      if (disc < 0 || from === to || (top >= 0 && top < disc)) return false;
      now = now.slice(0, disc) + to + now.slice(disc + 1);
    }
    return now === goal.repeat(pegs.length);
  },
});

/** Where the discs are after each move, allowed or not; a move from an empty peg changes nothing. */
function follow(pegs: string, moves: readonly string[]): string {
  let now = pegs;
  return moves.map((move) => (now = now.replace(move.charAt(0), move.charAt(1)))).join(' ');
}

/** The fewest moves that bring the `count` smallest discs onto one peg. */
function gather(pegs: string, count: number, goal: string): { moves: string[]; pegs: string } {
  if (count === 0) return { moves: [], pegs };
  const largest = pegs.charAt(count - 1);
  if (largest === goal) return gather(pegs, count - 1, goal);
  const third = PEGS.find((peg) => peg !== goal && peg !== largest) ?? '';
  const away = gather(pegs, count - 1, third);
  const moved = away.pegs.slice(0, count - 1) + goal + away.pegs.slice(count);
  const back = gather(moved, count - 1, goal);
  return { moves: [...away.moves, largest + goal, ...back.moves], pegs: back.pegs };
}
