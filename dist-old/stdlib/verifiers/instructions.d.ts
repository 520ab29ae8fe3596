import { type Verifier } from '../../runtime/tasks/index.ts';
type InstructionSettings = {
    /** Whether a little markup, or a line before or after, is forgiven. */
    readonly loose: boolean;
};
/**
 * Judges whether a response does what its instructions ask: the 25 kinds of IFEval (arXiv:2311.07911). The score
 * is the share of the instructions that it follows; it is correct where it follows all. What stands before the
 * last `</think>` does not count.
 */
export declare const instructions: Verifier<InstructionSettings>;
export {};
