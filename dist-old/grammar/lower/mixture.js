import { entryNames } from "../types/entry-names.js";
import { originOf, pointer, valueOrigin } from "./origins.js";
import { lowerSettings, lowerTask } from "./reference.js";
/** A mixture's entries with their tasks; origins are written by pointer into the mixture. */
export function lowerMixture(use, origins, locate) {
    const tasks = use.entries.map((one) => taskOf(one.task));
    const names = entryNames(tasks.map((one) => one.name));
    const entries = use.entries.map((entry, i) => {
        const task = tasks[i];
        const here = pointer('entries', i);
        const weight = entry.weight.value;
        if (weight.kind !== 'schedule')
            throw new TypeError('a weight is open');
        origins[here] = originOf(entry.span);
        origins[`${here}/weight`] = valueOrigin(entry.weight);
        if (task.level !== null)
            origins[`${here}/levels`] = originOf(task.level.span);
        for (const [key, setting] of task.settings) {
            // What a task's own declaration sets is its default, whoever wrote it.
            origins[here + pointer('task', 'settings', key)] =
                setting.span === null ? 'default' : valueOrigin(setting);
        }
        return {
            name: names[i],
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
function lowerCurriculum(use, at, origins) {
    if (use === null)
        return null;
    const { keep, window, floor } = use;
    origins[at] = originOf(use.span);
    for (const [key, { span }] of Object.entries({ keep, window, floor })) {
        origins[at + pointer(key)] = originOf(span);
    }
    return { keep: { ...keep.value }, window: window.value, floor: floor.value };
}
function taskOf(task) {
    if (task === null)
        throw new TypeError('a task is open');
    return task;
}
