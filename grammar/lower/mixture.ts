import type { Curriculum, Mixture, MixtureEntry } from '../../runtime/graph/index.ts';
import { entryNames } from '../types/entry-names.ts';
import type { CurriculumUse, MixtureUse, TaskUse } from '../types/value.ts';
import { originOf, pointer, valueOrigin, type Origins } from './origins.ts';
import { lowerSettings, lowerTask, type Locate } from './reference.ts';

/** A mixture's entries with their tasks; origins are written by pointer into the mixture. */
export function lowerMixture(use: MixtureUse, origins: Origins, locate: Locate): Mixture {
  const tasks = use.entries.map((one) => taskOf(one.task));
  const names = entryNames(tasks.map((one) => one.name));
  const entries = use.entries.map((entry, i): MixtureEntry => {
    const task = tasks[i]!;
    const here = pointer('entries', i);
    const weight = entry.weight.value;
    if (weight.kind !== 'schedule') throw new TypeError('a weight is open');
    origins[here] = originOf(entry.span);
    origins[`${here}/weight`] = valueOrigin(entry.weight);
    if (task.level !== null) origins[`${here}/levels`] = originOf(task.level.span);
    for (const [key, setting] of task.settings) {
      // What a task's own declaration sets is its default, whoever wrote it.
      origins[here + pointer('task', 'settings', key)] =
        setting.span === null ? 'default' : valueOrigin(setting);
    }
    return {
      name: names[i]!,
      task: lowerTask(task, locate),
      domain: task.domain,
      levels: task.level && { from: task.level.from, settings: task.level.settings.map(lowerSettings) },
      weight: weight.schedule,
      from: entry.from,
      until: entry.until,
    };
  });
  return { entries, curriculum: lowerCurriculum(use.curriculum, pointer('curriculum'), origins) };
}

function lowerCurriculum(use: CurriculumUse | null, at: string, origins: Origins): Curriculum | null {
  if (use === null) return null;
  const { keep, window, floor } = use;
  origins[at] = originOf(use.span);
  for (const [key, { span }] of Object.entries({ keep, window, floor })) {
    origins[at + pointer(key)] = originOf(span);
  }
  return { keep: { ...keep.value }, window: window.value, floor: floor.value };
}

function taskOf(task: TaskUse | null): TaskUse {
  if (task === null) throw new TypeError('a task is open');
  return task;
}
