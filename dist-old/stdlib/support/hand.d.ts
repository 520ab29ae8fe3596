import { type Random, type Worked } from '../../runtime/tasks/index.ts';
/** What writes down the numbers of a worked solution: each goes through it, and it may change one. */
export type Hand = (value: number) => number;
/** The hand that makes no slips. */
export declare const steady: Hand;
/**
 * The work with exactly one of its numbers slipped and carried through. A slip whose answer comes out right
 * all the same is passed over for another number; the last number that goes through the hand must show in the answer.
 */
export declare function slipOnce<D>(work: (parts: D, hand: Hand) => Worked, parts: D, random: Random): Worked;
/** Another whole number of the same sign, or of none, as someone in haste would write it. */
export declare function slipSigned(value: number, random: Random): number;
