/** The settings of an entry's task at each of its levels, the easiest first; one, where it has no levels. */
export function levelSettings({ task, levels }) {
    return levels === null ? [task.settings] : levels.settings;
}
