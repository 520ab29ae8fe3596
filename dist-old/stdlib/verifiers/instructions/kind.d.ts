import type { Random } from '../../../runtime/tasks/index.ts';
import type { Draft } from './draft.ts';
/** What an instruction asks, by the argument names of the IFEval data set (`num_words`, `relation`, ...). */
export type Arguments = Readonly<Record<string, unknown>>;
/**
 * One kind of instruction that a program can check (IFEval; Zhou et al. 2023, arXiv:2311.07911, table 1).
 * `A` is what its arguments must be; the data set's own names are kept, so that its files can be used.
 */
export interface InstructionKind<A extends Arguments = Arguments> {
    /** `GROUP:NAME`, as the data set calls it. */
    readonly id: string;
    /** Draws arguments for a new instruction about `prompt`. */
    pose(random: Random, prompt: string): A;
    /** The sentence that asks for it. */
    describe(asked: A): string;
    /** Whether a response does what is asked. Linear in its length; never throws. */
    follows(response: string, asked: A): boolean;
    /** Makes a draft of a response do what is asked, as far as other instructions let it. */
    apply(draft: Draft, asked: A): void;
}
export type Relation = 'at least' | 'less than';
/** Whether a count stands in the relation that was asked for. */
export declare function inRelation(count: number, relation: unknown, limit: number): boolean;
export declare function count(text: string, pattern: RegExp): number;
/** A text as a regular expression that matches just it. */
export declare function literally(text: string): string;
/** The words of a text: runs of letters, digits and underscores of any script. */
export declare function wordsOf(text: string): string[];
/** `3 words`, `1 word`. */
export declare function many(number: number, what: string): string;
