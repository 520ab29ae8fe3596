import type { SettingValue } from '../../runtime/graph/task-reference.ts';
/** The documentation of libraries, as `prorl docs --format json` prints it. */
export interface Docs {
    readonly format: 'prorl-docs/1';
    readonly libraries: readonly LibraryDocs[];
}
export interface LibraryDocs {
    /** The package's name, or a file's. */
    readonly name: string;
    /** Null for a file by itself. */
    readonly version: string | null;
    readonly description: string;
    readonly modules: readonly ModuleDocs[];
}
export interface ModuleDocs {
    /** What an import of it names, e.g. `prorl/tasks`. */
    readonly from: string;
    readonly exports: readonly ExportDocs[];
}
export interface ExportDocs {
    /** The word that the declaration begins with: `task`, `stage`, `mixture` and so on. */
    readonly kind: string;
    readonly name: string;
    /** Its `///` lines; empty: none. */
    readonly doc: string;
    readonly parameters: readonly ParameterDocs[];
    /** What a task is about; null: its declaration does not say, or it is no task. */
    readonly domain: string | null;
    /** The levels of a task, the first being level 1; empty where it has none. */
    readonly levels: readonly LevelDocs[];
    /** The declaration as written; null for a task, whose meaning is in its code. */
    readonly definition: string | null;
    /** A problem of the task at its defaults; absent where it needs arguments, or is not a task. */
    readonly sample?: SampleDocs;
}
/** What a level sets, by setting, as written. */
export type LevelDocs = Readonly<Record<string, string>>;
export interface ParameterDocs {
    readonly name: string;
    /** As written; null: none was. */
    readonly type: string | null;
    readonly bounds: string | null;
    /** Null: an argument must be given. */
    readonly default: string | null;
    readonly doc: string;
}
export interface SampleDocs {
    readonly prompt: string;
    readonly answer: string;
    /** Null where the implementation gives none. */
    readonly solution: string | null;
}
/** What implements a task, and its settings as far as they have defaults. */
export interface CodeOfTask {
    readonly module: string;
    readonly export: string;
    readonly library: string | null;
    readonly settings: Readonly<Record<string, SettingValue>>;
}
