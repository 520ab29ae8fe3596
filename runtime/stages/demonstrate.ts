import { ExitCode, ProrlError } from '../errors.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { CarefulTask } from '../tasks/careful.ts';
import type { Random } from '../tasks/task.ts';
import type { Demonstration, Prompt } from './batch.ts';

/**
 * Writes a worked solution for each prompt; a share `slips` of them carries one slip that is carried
 * through, as an imperfect corpus would. Each ends with the end token.
 */
export function demonstrate(
  prompts: readonly Prompt[],
  slips: number,
  tokenizer: Tokenizer,
  random: Random,
): { demonstrations: Demonstration[]; slipped: number } {
  let slipped = 0;
  const demonstrations = prompts.map(({ task, problem, tokens }): Demonstration => {
    const slip = random.next() < slips;
    if (slip) slipped += 1;
    const text = slip ? (task.slip?.(problem, random) ?? '') : (task.solve?.(problem) ?? '');
    return { prompt: tokens, response: [...tokenizer.encode(text), tokenizer.eosId] };
  });
  return { demonstrations, slipped };
}

/** Throws a ProrlError for a task that a supervised stage cannot use. */
export function checkDemonstrable(task: CarefulTask, slips: boolean): void {
  const missing = task.solve === undefined ? 'solve' : slips && task.slip === undefined ? 'slip' : null;
  if (missing === null) return;
  throw new ProrlError(`The task ${task.name} cannot be demonstrated: it has no \`${missing}\`.`, {
    exitCode: ExitCode.pipeline,
    hint: `Give the task a \`${missing}\` method, or leave it out of the supervised stage's mixture.`,
  });
}
