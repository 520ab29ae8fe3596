/** The answer of `prorl tasks --json`. */
export interface TasksReport {
  format: 'prorl-tasks/1';
  /** The library or file that the tasks are of. */
  from: string;
  tasks: TaskReport[];
}

export interface TaskReport {
  name: string;
  /** What to import it from; null: a mixture's entry. */
  module: string | null;
  /** The mixture whose entry it is; null: a task that a library exports. */
  mixture: string | null;
  domain: string | null;
  /** Its `///` lines; of a mixture's entry empty. */
  doc: string;
  settings: TaskSetting[];
  /** What each level sets, by setting, as written; the first is level 1 unless `firstLevel` says otherwise. */
  levels: Record<string, string>[];
  firstLevel: number;
  /** Present where a task was named. */
  samples?: TaskSample[];
}

export interface TaskSetting {
  name: string;
  /** As declared, e.g. `Range in 2..12`; null: not known, as of a pipeline's entry. */
  type: string | null;
  /** The default, or an entry's value; null: it must be given. */
  value: string | null;
  doc: string;
}

export interface TaskSample {
  /** The level that it was posed at; null: none was chosen. */
  level: number | null;
  prompt: string;
  answer: string;
  /** A worked solution; null where the task gives none. */
  solution: string | null;
}
