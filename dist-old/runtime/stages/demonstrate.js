import { ExitCode, ProrlError } from "../errors.js";
/**
 * Writes a worked solution for each prompt; a share `slips` of them carries one slip that is carried
 * through, as an imperfect corpus would. Each ends with the end token.
 */
export function demonstrate(prompts, slips, tokenizer, random) {
    let slipped = 0;
    const demonstrations = prompts.map(({ task, problem, tokens }) => {
        const slip = random.next() < slips;
        if (slip)
            slipped += 1;
        const text = slip ? (task.slip?.(problem, random) ?? '') : (task.solve?.(problem) ?? '');
        return { prompt: tokens, response: [...tokenizer.encode(text), tokenizer.eosId] };
    });
    return { demonstrations, slipped };
}
/** Throws a ProrlError for a task that a supervised stage cannot use. */
export function checkDemonstrable(task, slips) {
    const missing = task.solve === undefined ? 'solve' : slips && task.slip === undefined ? 'slip' : null;
    if (missing === null)
        return;
    throw new ProrlError(`The task ${task.name} cannot be demonstrated: it has no \`${missing}\`.`, {
        exitCode: ExitCode.pipeline,
        hint: `Give the task a \`${missing}\` method, or leave it out of the supervised stage's mixture.`,
    });
}
