import type { Span } from '../span.ts';
import { type Fix } from './diagnostic.ts';
/**
 * The candidate nearest to a word, within about one edit per three characters (at least one, and
 * two for a swap of neighbours), upper and lower case aside; undefined when none is that near.
 */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
/** The fix that writes the nearest candidate in place of a word, if one is near; between `quotes`, where it is a text. */
export declare function nearestFix(span: Span, word: string, candidates: Iterable<string>, quotes?: string): Fix | undefined;
/** `a`, `b` or `c`, each in quotes; at most `most` of them. */
export declare function listed(words: readonly string[], joint?: string, most?: number): string;
