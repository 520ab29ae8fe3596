import { VerifierFailure } from "../../runtime/tasks/index.js";
import { instructionsOf, judge } from "./instructions/judge.js";
/**
 * Judges whether a response does what its instructions ask: the 25 kinds of IFEval (arXiv:2311.07911). The score
 * is the share of the instructions that it follows; it is correct where it follows all. What stands before the
 * last `</think>` does not count.
 */
export const instructions = {
    name: 'instructions',
    settings: { loose: { kind: 'flag', default: false } },
    verify(problem, response, { loose }) {
        const asked = instructionsOf(problem.data);
        if (asked === undefined) {
            throw new VerifierFailure('The problem has no instructions that are known: data.instructions, or instruction_id_list and kwargs.', { retryable: false });
        }
        return judge(response, asked, loose ? 'loose' : 'strict');
    },
};
