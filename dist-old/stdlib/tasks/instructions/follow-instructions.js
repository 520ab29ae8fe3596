import { flag, range, readSettings, text, } from "../../../runtime/tasks/index.js";
import { emptyDraft, writeDraft } from "../../verifiers/instructions/draft.js";
import { follows, instructionsOf, judge } from "../../verifiers/instructions/judge.js";
import { kinds } from "../../verifiers/instructions/kinds.js";
import { LETTERS, REQUESTS, WORDS } from "../../verifiers/instructions/material.js";
/** Sets of instructions that cannot be followed together are drawn anew, so often at most. */
const MOST_TRIES = 200;
/** Breaks whatever sets a limit: it has every word, letter and mark, many sentences, many capitals. */
const EXCESS = `${Array.from({ length: 12 }, () => `${WORDS.join(', ')}, ${LETTERS.join(' ')} AND MORE.`).join('\n')}\n* one more\n* two more`;
const ids = [...kinds.keys()];
const groups = [...new Set(ids.map((id) => id.split(':')[0]))];
const settings = {
    count: range({ within: [1, 6], default: [1, 3] }),
    kinds: text({ oneOf: ['all', ...groups, ...ids], default: 'all' }),
    loose: flag({ default: false }),
};
/**
 * A request, and instructions of the 25 kinds of IFEval (arXiv:2311.07911) on the form of the answer. They can
 * always be followed together: the worked solution does. The score is the share of them that are followed.
 */
export const followInstructions = {
    name: 'follow_instructions',
    settings,
    generate(given, random) {
        const { count, kinds: wanted, loose } = readSettings('follow_instructions', settings, given);
        const pool = ids.filter((id) => wanted === 'all' || id === wanted || id.startsWith(`${wanted}:`));
        for (let tries = 0; tries < MOST_TRIES; tries++) {
            const request = random.pick(REQUESTS);
            const number = Math.min(pool.length, random.int(count.from, count.to));
            const instructions = random
                .shuffle(pool)
                .slice(0, number)
                .map((id) => ({ id, asked: kinds.get(id).pose(random, request) }));
            const answer = write(instructions);
            if (!follows(answer, instructions, 'strict').every(Boolean))
                continue;
            const asks = instructions.map(({ id, asked }) => kinds.get(id).describe(asked));
            return { prompt: [request, ...asks].join(' '), answer, data: { instructions, loose } };
        }
        throw new Error(`No ${count.from} to ${count.to} instructions of ${wanted} could be followed together.`);
    },
    verify(problem, response) {
        const { loose } = problem.data;
        return judge(response, instructionsOf(problem.data), loose ? 'loose' : 'strict');
    },
    solve: (problem) => problem.answer,
    /** Follows all instructions but one. */
    slip(problem, random) {
        const instructions = instructionsOf(problem.data);
        const broken = random.pick(instructions);
        const without = write(instructions.filter((instruction) => instruction !== broken));
        // What asks for something is not followed by leaving it out; what sets a limit, by going beyond it.
        const slip = [without, `${without}\n${EXCESS}`, EXCESS, '-'].find((text) => !follows(text, [broken], 'loose')[0]);
        if (slip !== undefined)
            return slip;
        throw new Error(`The slip of follow_instructions follows ${broken.id} all the same.`);
    },
};
function write(instructions) {
    const draft = emptyDraft();
    for (const { id, asked } of instructions)
        kinds.get(id).apply(draft, asked);
    return writeDraft(draft);
}
