import type { Mixture, MixtureEntry, SettingValue, TaskReference } from '../../runtime/graph/index.ts';
import { entryNames } from '../types/entry-names.ts';
import type { MixtureUse, TaskUse, Value } from '../types/value.ts';
import { originOf, pointer, type Origins } from './origins.ts';

/** Where the code of a task is, as the graph names it. */
export type LocateCode = (task: TaskUse) => { module: string; library: string | null };

/** A mixture's entries with their tasks; origins are written under `at`. */
export function lowerMixture(use: MixtureUse, at: string, origins: Origins, locate: LocateCode): Mixture {
  const tasks = use.entries.map((one) => taskOf(one.task));
  const names = entryNames(tasks.map((one) => one.declaration.name.text));
  const entries = use.entries.map((entry, i): MixtureEntry => {
    const task = tasks[i]!;
    const here = at + pointer('entries', i);
    const weight = entry.weight.value;
    if (weight.kind !== 'schedule') throw new TypeError('a weight is open');
    origins[here] = originOf(entry.span);
    origins[`${here}/weight`] = originOf(entry.weight.span);
    if (task.level !== null) origins[`${here}/levels`] = originOf(task.level.span);
    for (const [key, { span }] of task.settings) {
      origins[here + pointer('task', 'settings', key)] = originOf(span);
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
  return { entries };
}

function taskOf(task: TaskUse | null): TaskUse {
  if (task === null) throw new TypeError('a task is open');
  return task;
}

function lowerTask(task: TaskUse, locate: LocateCode): TaskReference {
  return {
    name: task.declaration.name.text,
    ...locate(task),
    export: task.code.export,
    settings: lowerSettings(task.settings),
  };
}

function lowerSettings(settings: TaskUse['settings']): Record<string, SettingValue> {
  return Object.fromEntries([...settings].map(([key, { value }]) => [key, settingOf(value)]));
}

function settingOf(value: Value): SettingValue {
  switch (value.kind) {
    case 'number':
    case 'string':
    case 'word':
    case 'boolean':
      return value.value;
    case 'range':
      return { from: value.from, to: value.to };
    default:
      throw new TypeError(`a task cannot be set by a ${value.kind}`);
  }
}
