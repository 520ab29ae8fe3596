import { defineTask, range, type Random } from '../../../runtime/tasks/index.ts';
import { shareOfCells, sameCells } from '../../support/cells.ts';
import { permutations } from '../../support/permutations.ts';

/** Where each thing is: for each kind, the house of each of its things. */
type Houses = readonly (readonly number[])[];

/** A thing, by its kind and its number among that kind. */
interface Thing {
  readonly kind: number;
  readonly index: number;
}

type Clue =
  | { readonly is: 'same' | 'apart' | 'left' | 'beside'; readonly a: Thing; readonly b: Thing }
  | { readonly is: 'house'; readonly a: Thing; readonly house: number };

interface Street {
  readonly houses: number;
  readonly kinds: number;
  readonly clues: readonly Clue[];
}

const THINGS = [
  ['cat', 'dog', 'owl', 'fox'],
  ['tea', 'rum', 'milk', 'cola'],
  ['red', 'blue', 'gold', 'pink'],
];

/**
 * Finds what is in each of some houses in a row, from clues that leave one way only. Scored by the share of things
 * in their house. The steps count the ways that each clue leaves; when two are left they are written out.
 *
 *     3 houses hold cat,dog,owl. cat in 2;dog left of owl. List 1..3 as cat,dog,owl
 *     ->   2:dog,cat,owl|owl,cat,dog 1<answer>dog,cat,owl</answer>
 */
export const zebraPuzzle = defineTask({
  name: 'zebra_puzzle',
  settings: {
    houses: range({ within: [2, 4], default: [3, 3] }),
    kinds: range({ within: [1, 3], default: [1, 2] }),
  },

  pose({ houses: range, kinds: kindsRange }, random): Street {
    const houses = random.int(range.from, range.to);
    const kinds = random.int(kindsRange.from, kindsRange.to);
    let left = waysOf(houses, kinds);
    const truth = random.pick(left);
    const clues: Clue[] = [];
    while (left.length > 1) {
      const clue = drawClue(truth, random);
      const fewer = left.filter((one) => fits(clue, one));
      if (!fits(clue, truth) || fewer.length === left.length) continue;
      clues.push(clue);
      left = fewer;
    }
    return { houses, kinds, clues };
  },

  prompt({ houses, kinds, clues }) {
    const things = THINGS.slice(0, kinds).map((names) => names.slice(0, houses).join(','));
    const format = write(Array<number[]>(kinds).fill(Array.from({ length: houses }, (_, i) => i)), houses);
    return `${houses} houses hold ${things.join('; ')}. ${clues.map(phrase).join(';')}. List 1..${houses} as ${format}`;
  },

  work(street) {
    return { steps: narrow(street), answer: write(solve(street), street.houses) };
  },

  /** Two things of a kind are changed over. */
  slip(street, random) {
    const swapped = random.int(0, street.kinds - 1);
    const [a = 0, b = 0] = random.shuffle(Array.from({ length: street.houses }, (_, i) => i));
    const wrong = solve(street).map((kind, i) =>
      i === swapped ? kind.map((house) => (house === a ? b : house === b ? a : house)) : kind,
    );
    return { steps: narrow(street), answer: write(wrong, street.houses) };
  },

  accepts: sameCells,
  credit: shareOfCells,
});

/** How many ways are left after each clue; two of them written out. */
function narrow({ houses, kinds, clues }: Street): string {
  let left = waysOf(houses, kinds);
  return clues
    .map((clue) => {
      left = left.filter((one) => fits(clue, one));
      return left.length === 2 ? `2:${left.map((one) => write(one, houses)).join('|')}` : `${left.length}`;
    })
    .join(' ');
}

function solve({ houses, kinds, clues }: Street): Houses {
  return waysOf(houses, kinds).find((one) => clues.every((clue) => fits(clue, one))) ?? [];
}

const known = new Map<string, readonly Houses[]>();

/** All ways there are; kept, since there are up to 13824. */
function waysOf(houses: number, kinds: number): readonly Houses[] {
  const key = `${houses},${kinds}`;
  const ways = known.get(key) ?? listWays(houses, kinds);
  known.set(key, ways);
  return ways;
}

function listWays(houses: number, kinds: number): Houses[] {
  const orders = permutations(houses);
  let ways: Houses[] = [[]];
  for (let kind = 0; kind < kinds; kind++)
    ways = ways.flatMap((way) => orders.map((order) => [...way, order]));
  return ways;
}

function drawClue(truth: Houses, random: Random): Clue {
  const draw = (): Thing => ({
    kind: random.int(0, truth.length - 1),
    index: random.int(0, (truth[0]?.length ?? 1) - 1),
  });
  const is = random.pick(['same', 'apart', 'left', 'beside', 'left', 'beside', 'same', 'house'] as const);
  const a = draw();
  if (is === 'house') return { is, a, house: truth[a.kind]?.[a.index] ?? 0 };
  return { is, a, b: draw() };
}

function fits(clue: Clue, houses: Houses): boolean {
  const a = houses[clue.a.kind]?.[clue.a.index] ?? 0;
  if (clue.is === 'house') return a === clue.house;
  const b = houses[clue.b.kind]?.[clue.b.index] ?? 0;
  // Clues about one kind alone that say but that its things are in different houses say nothing, and are never drawn.
  return { same: a === b, apart: a !== b, left: a < b, beside: Math.abs(a - b) === 1 }[clue.is];
}

function phrase(clue: Clue): string {
  const name = ({ kind, index }: Thing) => THINGS[kind]?.[index] ?? '';
  if (clue.is === 'house') return `${name(clue.a)} in ${clue.house + 1}`;
  const words = { same: 'with', apart: 'not with', left: 'left of', beside: 'next to' };
  return `${name(clue.a)} ${words[clue.is]} ${name(clue.b)}`;
}

/** The things of each house, kinds in order, houses divided by commas. */
function write(houses: Houses, count: number): string {
  return Array.from({ length: count }, (_, house) =>
    houses.map((kind, k) => THINGS[k]?.[kind.indexOf(house)]).join(' '),
  ).join(',');
}
