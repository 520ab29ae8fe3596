import {
  defineTask,
  range,
  differentLetters,
  otherThan,
  sameInteger,
  type Random,
} from '../../../runtime/tasks/index.ts';

type Quantifier = 'all' | 'no' | 'some' | 'some-not';

/** What is said of two classes, counted from 0. */
interface Claim {
  readonly quantifier: Quantifier;
  readonly subject: number;
  readonly predicate: number;
}

interface Argument {
  readonly names: string;
  readonly premises: readonly Claim[];
  readonly options: readonly Claim[];
  /** Which option follows, counted from 0. */
  readonly follows: number;
}

const QUANTIFIERS: readonly Quantifier[] = ['all', 'no', 'some', 'some-not'];
const OPTIONS = 4;

/**
 * Finds which one of four conclusions follows from what is said of some classes. It follows whether or not classes
 * may be empty; the others do not follow even if none is. The steps tell for each of those who there may be so that
 * all that is said holds and it does not: KB is one that is both K and B.
 *
 *     all K are B;no B are T. Which follows? 1 all T are K 2 no K are T 3 some K are T 4 all B are K
 *     ->   1:B,KB,T 2 3:B,KB,T 4:B,KB,T<answer>2</answer>
 */
export const syllogism = defineTask({
  name: 'syllogism',
  settings: {
    classes: range({ within: [3, 5], default: [3, 3] }),
  },

  pose({ classes }, random): Argument {
    const count = random.int(classes.from, classes.to);
    for (;;) {
      // A chain: each premise is about neighbouring classes, either way round.
      const premises = Array.from({ length: count - 1 }, (_, i) => drawClaim(i, i + 1, random));
      const argument = conclude(premises, count, random);
      if (argument !== undefined)
        return { names: differentLetters(count, random).toUpperCase(), ...argument };
    }
  },

  prompt({ names, premises, options }) {
    const choices = options.map((claim, i) => `${i + 1} ${write(claim, names)}`).join(' ');
    return `${premises.map((claim) => write(claim, names)).join(';')}. Which follows? ${choices}`;
  },

  work(argument) {
    return { steps: refute(argument, argument.follows), answer: `${argument.follows + 1}` };
  },

  /** A conclusion that may be false is left standing. */
  slip(argument, random) {
    const chosen = otherThan(argument.follows, { from: 0, to: OPTIONS - 1 }, random);
    return { steps: refute(argument, chosen), answer: `${chosen + 1}` };
  },

  accepts: sameInteger,
});

/** The options by number, each but the `chosen` one with those who refute it, as far as anyone does. */
function refute({ names, premises, options }: Argument, chosen: number): string {
  const { empty, inhabited } = read(premises);
  const members = MEMBERS.slice(0, names.length).map((one) => one & BITS[names.length]!);
  return options
    .map((claim, i) => {
      const claimed = regions(claim);
      const universal = claim.quantifier === 'all' || claim.quantifier === 'no';
      // Somebody of each class, and whoever is said to be there: outside of what is claimed where that helps.
      const needed = [...inhabited, ...members, ...(universal ? [claimed] : [])].map(
        (set) => set & ~empty & BITS[names.length]!,
      );
      const there = needed.map((set) => lowest(universal ? set : set & ~claimed));
      const possible =
        there.every((one) => one >= 0) && !(universal && (claimed & ~empty & BITS[names.length]!) === 0);
      if (i === chosen || !possible) return `${i + 1}`;
      const who = [...new Set(there)].sort((a, b) => a - b).map((one) => nameCombination(one, names));
      return `${i + 1}:${who.join(',')}`;
    })
    .join(' ');
}

/** The combinations of so many classes, as bits. */
const BITS: readonly number[] = [0, 1, 2, 3, 4, 5].map((classes) => (2 ** (2 ** classes) - 1) | 0);

/** Which of the combinations is the first; -1 where there is none. */
function lowest(set: number): number {
  return set === 0 ? -1 : 31 - Math.clz32(set & -set);
}

function nameCombination(combination: number, names: string): string {
  return [...names].filter((_, i) => (combination >> i) & 1).join('');
}

function drawClaim(a: number, b: number, random: Random): Claim {
  const [subject, predicate] = random.next() < 0.5 ? [a, b] : [b, a];
  return { quantifier: random.pick(QUANTIFIERS), subject, predicate };
}

/** Options of which one follows, about the ends of the chain; undefined where nothing about them does. */
function conclude(premises: readonly Claim[], classes: number, random: Random) {
  const world = read(premises);
  const inhabited = { ...world, inhabited: [...world.inhabited, ...MEMBERS.slice(0, classes)] };
  if (!consistent(inhabited)) return undefined;
  const claims: Claim[] = [];
  for (let subject = 0; subject < classes; subject++) {
    for (let predicate = 0; predicate < classes; predicate++) {
      if (subject === predicate) continue;
      for (const quantifier of QUANTIFIERS) claims.push({ quantifier, subject, predicate });
    }
  }
  const isEnd = ({ subject, predicate }: Claim) => Math.abs(subject - predicate) === classes - 1;
  const valid = claims.filter((claim) => isEnd(claim) && follows(claim, world));
  const invalid = claims.filter((claim) => !follows(claim, inhabited));
  if (valid.length === 0 || invalid.length < OPTIONS - 1) return undefined;
  const right = random.pick(valid);
  const options = random.shuffle([right, ...random.shuffle(invalid).slice(0, OPTIONS - 1)]);
  return { premises, options, follows: options.indexOf(right) };
}

/**
 * What is known of the combinations of classes that someone may belong to, each combination being one bit: those
 * which nobody does, and sets of which somebody belongs to at least one.
 */
interface World {
  readonly empty: number;
  readonly inhabited: readonly number[];
}

function read(premises: readonly Claim[]): World {
  const universal = premises.filter(({ quantifier }) => quantifier === 'all' || quantifier === 'no');
  return {
    empty: universal.reduce((empty, claim) => empty | regions(claim), 0),
    inhabited: premises.filter((claim) => !universal.includes(claim)).map(regions),
  };
}

function consistent({ empty, inhabited }: World): boolean {
  return inhabited.every((set) => (set & ~empty) !== 0);
}

/**
 * Whether a claim holds however the world may be. Combinations that may be inhabited may all be, so a universal
 * claim follows only where its combinations are known to be empty; and whoever is known to be somewhere may be
 * outside of the claimed combinations, unless all that is left to them is inside.
 */
function follows(claim: Claim, { empty, inhabited }: World): boolean {
  const claimed = regions(claim);
  if (claim.quantifier === 'all' || claim.quantifier === 'no') return (claimed & ~empty) === 0;
  return inhabited.some((set) => (set & ~empty & ~claimed) === 0);
}

/** The combinations that a claim says are empty (all, no) or not all empty (some). */
function regions({ quantifier, subject, predicate }: Claim): number {
  const [s = 0, p = 0] = [MEMBERS[subject], MEMBERS[predicate]];
  return quantifier === 'all' || quantifier === 'some-not' ? s & ~p : s & p;
}

/** For each class, the combinations that belong to it: of five classes there are 32, so a word holds them. */
const MEMBERS: readonly number[] = [0, 1, 2, 3, 4].map((member) => {
  let bits = 0;
  for (let combination = 0; combination < 32; combination++) {
    if ((combination >> member) & 1) bits |= 1 << combination;
  }
  return bits;
});

function write({ quantifier, subject, predicate }: Claim, names: string): string {
  const [s, p] = [names[subject], names[predicate]];
  return quantifier === 'some-not' ? `some ${s} are not ${p}` : `${quantifier} ${s} are ${p}`;
}
