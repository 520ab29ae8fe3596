import type { TaskSample } from '../report/tasks-report.ts';
import type { Chosen } from './task-list.ts';
/**
 * Training problems of a task. Of several levels each gets its turn. The same seed gives the same problems.
 * Throws ProrlError where the task cannot be opened, or poses none with these settings.
 */
export declare function sampleTask({ entry, baseFolder, libraries }: Chosen, count: number, seed: number): Promise<TaskSample[]>;
