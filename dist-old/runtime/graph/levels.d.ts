import type { MixtureEntry } from './graph.ts';
import type { SettingValue } from './task-reference.ts';
/** The settings of an entry's task at each of its levels, the easiest first; one, where it has no levels. */
export declare function levelSettings({ task, levels }: MixtureEntry): readonly Record<string, SettingValue>[];
