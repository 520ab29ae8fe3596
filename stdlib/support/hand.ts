import { slipNumber, type Random, type Worked } from '../../runtime/tasks/index.ts';

/** What writes down the numbers of a worked solution: each goes through it, and it may change one. */
export type Hand = (value: number) => number;

/** The hand that makes no slips. */
export const steady: Hand = (value) => value;

/**
 * The work with exactly one of its numbers slipped and carried through. A slip whose answer comes out right
 * all the same is passed over for another number; the last number that goes through the hand must show in the answer.
 */
export function slipOnce<D>(work: (parts: D, hand: Hand) => Worked, parts: D, random: Random): Worked {
  let count = 0;
  const right = work(parts, (value) => {
    count += 1;
    return value;
  });
  const places = random.shuffle(Array.from({ length: count }, (_, i) => i));
  for (const place of [...places, count - 1]) {
    let next = 0;
    const slipped = work(parts, (value) => (next++ === place ? slipSigned(value, random) : value));
    if (slipped.answer !== right.answer) return slipped;
  }
  throw new Error(`No slip changes the answer ${right.answer}.`);
}

/** Another whole number of the same sign, or of none, as someone in haste would write it. */
export function slipSigned(value: number, random: Random): number {
  return value < 0 ? 0 - slipNumber(0 - value, random) : slipNumber(value, random);
}
