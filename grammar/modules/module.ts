import type { Library } from '../../runtime/graph/graph.ts';
import type { Declaration, SourceFile } from '../ast.ts';
import type { Diagnostic } from '../diagnostics/index.ts';

/** The npm package that a module belongs to. */
export interface LibraryRef {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** The files and folders that npm publishes of it; undefined: all. */
  readonly published: readonly string[] | undefined;
}

/** A declaration with the module that it stands in: names in it mean what they mean there. */
export interface Binding {
  readonly module: Module;
  readonly declaration: Declaration;
}

/** A file with what its names mean. */
export interface Module {
  readonly file: string;
  /** Null: a file of the pipeline's own package. */
  readonly library: LibraryRef | null;
  readonly syntax: SourceFile;
  /** Whether it was checked before, as it is, and nothing was found. */
  readonly checked: boolean;
  /** Whether the file has syntax errors, so that what it lacks may be lost rather than absent. */
  readonly damaged: boolean;
  /** Names that a syntax error may have taken with it: that one of them is unknown is no mistake of its own. */
  readonly lost: ReadonlySet<string>;
  /** What each name means here: declarations (tests aside) and imports. Of two with one name, the first. */
  readonly scope: ReadonlyMap<string, Binding>;
  readonly exports: ReadonlyMap<string, Binding>;
  /** Names whose import failed, which is reported already. */
  readonly unresolved: ReadonlySet<string>;
}

/** All modules that an entry file reaches. */
export interface Modules {
  /** Null when the entry file cannot be read. */
  readonly entry: Module | null;
  /** Imported ones before those that import them; the entry is the last. */
  readonly modules: readonly Module[];
  readonly libraries: readonly Library[];
  /** Of reading, syntax and imports, module by module in the same order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file read. */
  readonly sources: ReadonlyMap<string, string>;
}
