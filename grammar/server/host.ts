import type { Schedule } from '../../runtime/graph/index.ts';
import type { Workspace } from '../workspace.ts';

/** What the language server needs from where it runs; the command line provides it. */
export interface ServerHost {
  /** The files as they are saved. */
  readonly workspace: Workspace;
  /** All .prorl files at or below a folder, without those of installed packages. */
  prorlFiles(folder: string): readonly string[];
  /** What a folder holds, by name; nothing where it is none. */
  entries(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[];
  /** The names of the models that ship with prorl. */
  bundledModels(): readonly string[];
  /** The path of a `file:` URI; null for a document that is no file (an unsaved one). */
  toFile(uri: string): string | null;
  toUri(file: string): string;
  /** A schedule for people: where it goes, rows of block characters, and its values at chosen points. */
  drawSchedule(schedule: Schedule): {
    readonly summary: string;
    readonly rows: readonly string[];
    readonly marks: string;
  };
  /** For whoever looks after the editor: written to stderr. */
  log(message: string): void;
}
