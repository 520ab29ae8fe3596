import type { Settings, Task } from './task.ts';
/**
 * What a run relies on, tried on problems of a task: the same stream gives the same problem; problems survive
 * JSON; the worked solution is right; a slip is wrong; the verifier takes any text and gives scores from 0
 * to 1; both splits have problems. For the tests of a task's authors.
 * Throws an Error that names the problem on which the task first fails.
 */
export declare function checkTask(task: Task, settings?: Settings, { problems, seed }?: {
    problems?: number | undefined;
    seed?: number | undefined;
}): Promise<void>;
