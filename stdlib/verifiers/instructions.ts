import { VerifierFailure, type Verdict, type Verifier } from '../../runtime/tasks/index.ts';
import { instructionsOf, judge } from './instructions/judge.ts';

type InstructionSettings = {
  /** Whether a little markup, or a line before or after, is forgiven. */
  readonly loose: boolean;
};

/**
 * Judges whether a response does what its instructions ask: the 25 kinds of IFEval (arXiv:2311.07911). The score
 * is the share of the instructions that it follows; it is correct where it follows all. What stands before the
 * last `</think>` does not count.
 */
export const instructions: Verifier<InstructionSettings> = {
  name: 'instructions',
  settings: { loose: { kind: 'flag', default: false } },
  verify(problem, response, { loose }): Verdict {
    const asked = instructionsOf(problem.data);
    if (asked === undefined) {
      throw new VerifierFailure(
        'The problem has no instructions that are known: data.instructions, or instruction_id_list and kwargs.',
        { retryable: false },
      );
    }
    return judge(response, asked, loose ? 'loose' : 'strict');
  },
};
