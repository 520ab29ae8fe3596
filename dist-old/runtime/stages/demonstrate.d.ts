import type { Tokenizer } from '../model/tokenizer.ts';
import type { CarefulTask } from '../tasks/careful.ts';
import type { Random } from '../tasks/task.ts';
import type { Demonstration, Prompt } from './batch.ts';
/**
 * Writes a worked solution for each prompt; a share `slips` of them carries one slip that is carried
 * through, as an imperfect corpus would. Each ends with the end token.
 */
export declare function demonstrate(prompts: readonly Prompt[], slips: number, tokenizer: Tokenizer, random: Random): {
    demonstrations: Demonstration[];
    slipped: number;
};
/** Throws a ProrlError for a task that a supervised stage cannot use. */
export declare function checkDemonstrable(task: CarefulTask, slips: boolean): void;
