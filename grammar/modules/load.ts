import type { Import } from '../ast.ts';
import { problem, type Diagnostic } from '../diagnostics/index.ts';
import { parse, type Parsed } from '../parse.ts';
import { makeSource, spanAt } from '../source.ts';
import type { Workspace } from '../workspace.ts';
import { librariesOf } from './library.ts';
import { locate, type Target } from './locate.ts';
import type { LibraryRef, Module, Modules } from './module.ts';
import { bindNames, type ResolvedImport } from './bind.ts';
import { lostNames } from './lost-names.ts';

interface Loading {
  readonly workspace: Workspace;
  readonly parse: ParseText;
  readonly done: Map<string, Module | null>;
  /** Files being read, outermost first: an import of one of them closes a circle. */
  readonly open: string[];
  readonly modules: Module[];
  /** Libraries met, by name. */
  readonly libraries: Map<string, LibraryRef>;
  readonly diagnostics: Diagnostic[];
  readonly sources: Map<string, string>;
}

/** Parses a file; an editor passes one that remembers (see ParseCache). */
export type ParseText = (file: string, text: string) => Parsed;

/** Imports may lead this deep. */
const deepest = 100;

/**
 * Reads a file and all that it imports, and finds out what each name means. Never throws on any content.
 * `library`: the package that the file is read as a module of; without it, it is a pipeline's own.
 */
export function loadModules(
  entry: string,
  workspace: Workspace,
  parseText: ParseText = parse,
  library: LibraryRef | null = null,
): Modules {
  const loading: Loading = {
    workspace,
    parse: parseText,
    done: new Map(),
    open: [],
    modules: [],
    libraries: new Map(),
    diagnostics: [],
    sources: new Map(),
  };
  const module = load(loading, { file: entry, library }, undefined);
  const { modules, diagnostics, sources } = loading;
  let libraries: Modules['libraries'] | undefined;
  return {
    entry: module,
    modules,
    diagnostics,
    sources,
    // Hashed when asked for: an editor that only wants diagnostics need not wait.
    get libraries() {
      return (libraries ??= librariesOf(modules, workspace));
    },
  };
}

function load(loading: Loading, target: Target, by: Import | undefined): Module | null {
  const { file, library } = target;
  const known = loading.done.get(file);
  if (known !== undefined) return known;
  const read = loading.workspace.read(file);
  if (!('text' in read)) {
    loading.diagnostics.push(unreadable(file, read.problem, by));
    loading.done.set(file, null);
    return null;
  }
  loading.sources.set(file, read.text);
  const tree = loading.workspace.known(file, read.text);
  const { file: syntax, diagnostics } =
    tree === null ? loading.parse(file, read.text) : { file: tree, diagnostics: [] };
  const own: Diagnostic[] = [...diagnostics];
  loading.open.push(file);
  const imports = syntax.imports.map((found) => resolveImport(loading, found, file, library, own));
  loading.open.pop();
  const damaged = diagnostics.some((d) => d.severity === 'error');
  const lost = damaged ? lostNames(read.text) : null;
  const module = bindNames({ file, library, syntax, checked: tree !== null }, lost, imports, own);
  loading.done.set(file, module);
  loading.modules.push(module);
  loading.diagnostics.push(...own);
  return module;
}

function resolveImport(
  loading: Loading,
  found: Import,
  file: string,
  library: LibraryRef | null,
  own: Diagnostic[],
): ResolvedImport {
  const none: ResolvedImport = { import: found, from: null };
  if (found.from.kind === 'Missing') return none;
  const located = locate(found.from, file, library, loading.workspace);
  if ('problem' in located) {
    own.push(located.problem);
    return none;
  }
  const modules: Module[] = [];
  for (const target of located.targets) {
    const twin = otherCopy(loading, target);
    if (twin !== undefined) {
      own.push(installedTwice(found, target.library!, twin));
      return none;
    }
    const circle = loading.open.indexOf(target.file);
    if (circle >= 0 || loading.open.length >= deepest) {
      own.push(circleOf(loading, found, [...loading.open.slice(Math.max(circle, 0)), target.file]));
      return none;
    }
    const module = load(loading, target, found);
    if (module === null) return none;
    modules.push(module);
  }
  return { import: found, from: modules };
}

/** Where else a library was found before: a run finds its code by its name, so that there can be only one. */
function otherCopy({ libraries }: Loading, { library }: Target): LibraryRef | undefined {
  if (library === null) return undefined;
  const known = libraries.get(library.name);
  if (known === undefined) libraries.set(library.name, library);
  return known === undefined || known.folder === library.folder ? undefined : known;
}

function installedTwice(found: Import, library: LibraryRef, other: LibraryRef): Diagnostic {
  const { name } = library;
  return problem('M0212', found.from.span, `the library "${name}" is installed twice`, {
    reason:
      `This file finds version ${library.version} in ${library.folder}, another one finds version ${other.version} in ${other.folder}. ` +
      'In a pipeline a task means one thing.',
    fix: { title: `npm dedupe, or let all of them ask for one version of "${name}"`, edits: [] },
  });
}

function circleOf(loading: Loading, found: Import, path: readonly string[]): Diagnostic {
  const root = loading.workspace.folderOf(path[0] ?? '');
  const names = path.map((file) => loading.workspace.relative(root, file));
  const itself = path.length === 2;
  return problem(
    'M0206',
    found.from.span,
    itself ? 'this file imports itself' : 'these imports go round in a circle',
    {
      label: itself ? '' : 'closes the circle',
      reason: itself
        ? 'What a file declares is known in it without an import.'
        : `${names.join(' -> ')}. Each file must be readable before the one that imports it.`,
      fix: {
        title: itself ? 'remove the import' : 'move what both files need into a third one',
        edits: itself ? [{ span: found.span, text: '' }] : [],
      },
    },
  );
}

const why = {
  missing: 'does not exist',
  folder: 'is a folder',
  unreadable: 'cannot be read',
  'too large': 'is too large for a pipeline',
} as const;

function unreadable(file: string, reason: keyof typeof why, by: Import | undefined): Diagnostic {
  const span = by?.from.span ?? spanAt(makeSource(file, ''), 0, 0);
  const titles = {
    missing: 'check the path',
    folder: 'name a .prorl file in it',
    unreadable: 'check who may read it',
    'too large': 'a .prorl file has at most 4 MB: move data into tasks',
  };
  return problem(reason === 'too large' ? 'P0102' : 'M0201', span, `the file ${file} ${why[reason]}`, {
    fix: { title: titles[reason], edits: [] },
  });
}
