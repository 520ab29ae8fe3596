import { type MixtureEntry } from '../graph/index.ts';
import type { TaskReport } from '../report/tasks-report.ts';
import type { SetOption } from './set-option.ts';
/** The tasks that a word names, and how to get hold of one of them with its settings. */
export interface TaskList {
    readonly from: string;
    readonly tasks: readonly TaskReport[];
    /** A task as an entry of a mixture, and the folder that its paths start from. */
    choose(name: string, options: Choice): Promise<Chosen>;
}
export interface Choice {
    readonly level: number | undefined;
    readonly set: readonly SetOption[];
}
export interface Chosen {
    readonly entry: MixtureEntry;
    readonly baseFolder: string;
    readonly libraries: readonly string[];
}
/**
 * The tasks of a library (`prorl/tasks`, a package's folder, a `.prorl` file without pipeline), or the entries of a
 * pipeline's mixtures. Throws ProrlError where there is no such thing, or where it has errors.
 */
export declare function taskList(from: string, pipeline?: string): Promise<TaskList>;
