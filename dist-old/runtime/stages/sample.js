import { randomStream } from "../control/index.js";
import { ExitCode, ProrlError } from "../errors.js";
import { levelSettings } from "../graph/index.js";
import { drawProblem } from "../tasks/draw.js";
/**
 * Poses the problems that a mixture drew. Problem number n of an entry comes from a stream of its own, so
 * it is the same whatever else is drawn, on every engine and at every batch size.
 */
export async function posePrompts(draws, from) {
    return Promise.all(draws.map(async ({ entry, nth, level }) => {
        const task = from.tasks(entry);
        const random = randomStream(from.seed, 'problem', from.mixture, entry.name, nth);
        const posed = levelAt(entry, level, random);
        const settings = levelSettings(entry)[posed - (entry.levels?.from ?? posed)];
        const problem = await drawProblem(task, settings, 'train', random);
        return makePrompt(entry.name, task, problem, from.tokenizer, entry.levels && posed);
    }));
}
/** Without a curriculum a range of levels is drawn from evenly; a single level takes no number of the stream. */
function levelAt({ levels }, level, random) {
    if (levels === null)
        return 1;
    const last = levels.from + levels.settings.length - 1;
    if (last === levels.from)
        return levels.from;
    return level ?? random.int(levels.from, last);
}
/** A problem as the policy reads it. */
export function makePrompt(entry, task, problem, tokenizer, level = null) {
    return { entry, level, task, problem, tokens: tokenizer.encodePrompt(problem.prompt) };
}
/** Throws a ProrlError where a prompt and the longest response do not fit into the model's context together. */
export function checkContext(prompts, maxTokens, context) {
    for (const { entry, tokens } of prompts) {
        if (tokens.length + maxTokens <= context)
            continue;
        throw new ProrlError(`A prompt of ${entry} has ${tokens.length} tokens; with a response of up to ${maxTokens} tokens it does not ` +
            `fit into the model's context of ${context}.`, {
            exitCode: ExitCode.pipeline,
            hint: `Lower max_tokens to ${Math.max(1, context - tokens.length)} or less, or choose settings of ${entry} with shorter prompts.`,
        });
    }
}
