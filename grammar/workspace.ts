import type { SourceFile } from './ast.ts';

/** An installed npm package, found from a file that imports it. */
export interface InstalledPackage {
  /** The package's folder, as a path of the workspace. */
  readonly folder: string;
  /** The text of its package.json, which the reader checks; null: it cannot be read, or is too large to be one. */
  readonly manifest: string | null;
}

/**
 * All that the compiler sees of the world. Paths use `/` and are opaque to the compiler, except
 * that it compares them for equality and asks for `relative` and `resolve`.
 */
export interface Workspace {
  /** The text of a file (decoded as UTF-8, damaged bytes as U+FFFD), or why there is none. */
  read(file: string): { text: string } | { problem: 'missing' | 'folder' | 'unreadable' | 'too large' };
  /**
   * The tree of a file with this text, where it was parsed and checked before, without a complaint; null: it must
   * be parsed. The trees are shared: nobody may change them.
   */
  known(file: string, text: string): SourceFile | null;
  /** Whether a file (not a folder) is there. */
  exists(file: string): boolean;
  /** The path `relative` names, seen from the folder of the file `from`. */
  resolve(from: string, relative: string): string;
  /** The path of `file` relative to `folder`, without a leading `./`; starts with `..` when outside. */
  relative(folder: string, file: string): string;
  /** The longest sequence, in tokens, of the model in a GGUF file or in a folder with one; null where none tells. */
  ggufContext(path: string): number | null;
  /** The path of a file or folder without symbolic links; the path itself where nothing is there. */
  real(path: string): string;
  /** The folder of a file. */
  folderOf(file: string): string;
  /** The nearest folder at or above the file's that has a package.json, or the file's own folder. */
  packageRoot(file: string): string;
  /**
   * The files in a folder and the folders in it, by path relative to it, each with the SHA-256 of its bytes.
   * `node_modules`, names that start with a dot and links are passed over. `within`: only these files and
   * folders of it. A file that cannot be read has a digest that no content has.
   */
  digests(folder: string, within?: readonly string[]): ReadonlyMap<string, string>;
  /** The package as Node would find it from `from`; `prorl` is always found. */
  findPackage(from: string, name: string): InstalledPackage | null;
}
