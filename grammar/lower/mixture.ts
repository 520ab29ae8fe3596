import type { Curriculum, Mixture, MixtureEntry } from '../../runtime/graph/index.ts';
import { entryNames } from '../types/entry-names.ts';
import type { CurriculumUse, MixtureUse, TaskUse } from '../types/value.ts';
import { originOf, pointer, valueOrigin, type Origins } from './origins.ts';
import { lowerSettings, lowerTask, type Locate } from './reference.ts';

/** A mixture's entries with their tasks. */
export function lowerMixture(use: MixtureUse, locate: Locate): Mixture {
  const tasks = use.entries.map((one) => taskOf(one.task));
  const names = entryNames(tasks.map((one) => one.name));
  const entries = use.entries.map((entry, i): MixtureEntry => {
    const task = tasks[i]!;
    const weight = entry.weight.value;
    if (weight.kind !== 'schedule') throw new TypeError('a weight is open');
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
  return { entries, curriculum: use.curriculum && lowerCurriculum(use.curriculum) };
}

function lowerCurriculum({ keep, window, floor }: CurriculumUse): Curriculum {
  return { keep: { ...keep.value }, window: window.value, floor: floor.value };
}

/** Where the parts of a mixture were written, by pointer into it. */
export function mixtureOrigins({ entries, curriculum }: MixtureUse): Origins {
  const origins: Origins = {};
  entries.forEach((entry, i) => {
    const task = taskOf(entry.task);
    const here = pointer('entries', i);
    origins[here] = originOf(entry.span);
    origins[`${here}/weight`] = valueOrigin(entry.weight);
    if (task.level !== null) origins[`${here}/levels`] = originOf(task.level.span);
    for (const [key, setting] of task.settings) {
      // What a task's own declaration sets is its default, whoever wrote it.
      origins[here + pointer('task', 'settings', key)] =
        setting.span === null ? 'default' : valueOrigin(setting);
    }
  });
  if (curriculum !== null) {
    const { keep, window, floor, span } = curriculum;
    origins['/curriculum'] = originOf(span);
    for (const [key, part] of Object.entries({ keep, window, floor })) {
      origins[pointer('curriculum', key)] = originOf(part.span);
    }
  }
  return origins;
}

function taskOf(task: TaskUse | null): TaskUse {
  if (task === null) throw new TypeError('a task is open');
  return task;
}
