import { contextOf } from '../types/infer/evaluator.ts';
import type { Context } from '../types/infer/context.ts';
import { lex, type Lexed } from '../lex.ts';
import { loadModules, type Module, type Modules } from '../modules/index.ts';
import { ParseCache } from '../parse-cache.ts';
import type { Workspace } from '../workspace.ts';
import type { ServerHost } from './host.ts';
import { occurrencesOf } from './occurrences.ts';
import { overlayWorkspace } from './overlay-workspace.ts';
import { makeSource, type Source } from './ranges.ts';
import type { Occurrence } from './meaning.ts';

/** A file as every service sees it: its text, its tree and what its names mean. */
export interface View {
  readonly file: string;
  readonly source: Source;
  readonly lexed: Lexed;
  readonly modules: Modules;
  readonly module: Module;
  /** In order of place. */
  readonly occurrences: readonly Occurrence[];
  /** For evaluating expressions of the module; what is wrong with them is told elsewhere. */
  readonly cx: Context;
}

/** The open documents and what is known of them. Nothing is worked out before someone asks. */
export class Session {
  readonly host: ServerHost;
  readonly workspace: Workspace;
  readonly cache = new ParseCache();
  private readonly open = new Map<string, string>();
  private readonly views = new Map<string, View | null>();
  private folders: readonly string[] = [];
  private listed: readonly string[] | undefined;

  constructor(host: ServerHost) {
    this.host = host;
    this.workspace = overlayWorkspace(host.workspace, this.open);
  }

  get openFiles(): readonly string[] {
    return [...this.open.keys()];
  }

  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.listed = undefined;
  }

  change(file: string, text: string): void {
    this.open.set(file, text);
    this.views.clear();
  }

  close(file: string): void {
    this.open.delete(file);
    this.cache.forget(file);
    this.views.clear();
  }

  /** Files changed outside the editor. */
  refresh(): void {
    this.views.clear();
    this.listed = undefined;
  }

  /** The name by which a document is known: its path, or its URI where it has none. */
  nameOf(uri: string): string {
    return this.host.toFile(uri) ?? uri;
  }

  uriOf(file: string): string {
    return file.includes('://') || /^untitled:/.test(file) ? file : this.host.toUri(file);
  }

  /** Null where the file cannot be read. */
  view(file: string): View | null {
    const known = this.views.get(file);
    if (known !== undefined) return known;
    const made = this.make(file);
    this.views.set(file, made);
    return made;
  }

  private make(file: string): View | null {
    const modules = loadModules(file, this.workspace, this.cache.parse);
    const module = modules.entry;
    if (module === null) return null;
    const source = makeSource(file, modules.sources.get(file) ?? '');
    let lexed: Lexed | undefined;
    let occurrences: readonly Occurrence[] | undefined;
    const cx = contextOf(module, () => undefined);
    return {
      file,
      source,
      modules,
      module,
      cx,
      get lexed() {
        return (lexed ??= lex(source));
      },
      get occurrences() {
        return (occurrences ??= occurrencesOf(module, cx, modules));
      },
    };
  }

  /** Every file of the user's own in which a name of `file` may appear. */
  filesAround(file: string): readonly string[] {
    this.listed ??= [...new Set(this.folders.flatMap((folder) => this.host.prorlFiles(folder)))];
    const own = this.listed.includes(file)
      ? []
      : file.includes('://') || /^untitled:/.test(file)
        ? []
        : this.host.prorlFiles(this.workspace.packageRoot(file));
    return [...new Set([...this.listed, ...own, ...this.open.keys(), file])];
  }
}
