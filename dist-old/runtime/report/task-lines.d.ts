import { type Style } from './style.ts';
import type { TaskReport } from './tasks-report.ts';
/** One line a task, by domain: its name, its levels and the first sentence of its doc comment. */
export declare function taskListLines(tasks: readonly TaskReport[], columns: number, s: Style): string[];
/** All there is to know of a task, with the problems that were posed. */
export declare function taskLines(task: TaskReport, columns: number, s: Style): string[];
