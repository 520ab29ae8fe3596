import type { Random } from './task.ts';
/**
 * A whole number, never below zero and never the given one, as someone in haste would write it: off by
 * one, off by ten (a carry forgotten), or with its last two digits changed over.
 */
export declare function slipNumber(value: number, random: Random): number;
/** The text with two different neighbours changed over; where all its characters are alike, one is left out or doubled. */
export declare function slipText(text: string, random: Random): string;
