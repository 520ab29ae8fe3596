import { randomStream } from '../control/random.ts';
import { levelSettings } from '../graph/levels.ts';
import type { TaskSample } from '../report/tasks-report.ts';
import { openTask } from '../sources/open.ts';
import { drawProblem } from '../tasks/draw.ts';
import { findLibraries } from '../tasks/packages.ts';
import type { Chosen } from './task-list.ts';

/**
 * Training problems of a task. Of several levels each gets its turn. The same seed gives the same problems.
 * Throws ProrlError where the task cannot be opened, or poses none with these settings.
 */
export async function sampleTask(
  { entry, baseFolder, libraries }: Chosen,
  count: number,
  seed: number,
): Promise<TaskSample[]> {
  const task = await openTask(entry.task, {
    baseFolder,
    libraries: findLibraries([...libraries], baseFolder),
  });
  try {
    const levels = levelSettings(entry);
    const samples: TaskSample[] = [];
    for (let i = 0; i < count; i++) {
      const at = i % levels.length;
      const random = randomStream(seed, 'tasks', entry.name, i);
      const problem = await drawProblem(task, levels[at]!, 'train', random);
      samples.push({
        level: entry.levels === null ? null : entry.levels.from + at,
        prompt: problem.prompt,
        answer: problem.answer,
        solution: task.solve?.(problem) ?? null,
      });
    }
    return samples;
  } finally {
    await task.close?.();
  }
}
