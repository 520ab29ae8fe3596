import { type Verdict } from '../../../runtime/tasks/index.ts';
import type { Arguments } from './kind.ts';
/** An instruction of a problem: its kind and what it asks. */
export interface Instruction {
    readonly id: string;
    readonly asked: Arguments;
}
/**
 * Which of the instructions a response follows, in order. `strict` reads the response as it is; `loose` also
 * without its first line, its last line, both, and each of these without asterisks, and one reading that follows
 * is enough (IFEval, section 2.2): a greeting or a little markup around a right answer does not spoil it.
 */
export declare function follows(response: string, instructions: readonly Instruction[], how: 'strict' | 'loose'): boolean[];
/** Scores the share of the instructions that a response follows once its reasoning has ended. */
export declare function judge(response: string, instructions: readonly Instruction[], how: 'strict' | 'loose'): Verdict;
/**
 * The instructions of a problem: `data.instructions`, or the columns `instruction_id_list` and `kwargs` of the
 * published data set. Undefined where they are not there or name a kind that is not known.
 */
export declare function instructionsOf(data: unknown): readonly Instruction[] | undefined;
