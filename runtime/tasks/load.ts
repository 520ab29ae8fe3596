import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closest } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from '../errors.ts';
import { ownExtension, ownFolder } from '../own-modules.ts';
import { findPackage, packageFile, splitSpecifier } from './packages.ts';
import { readTypeScript } from './typescript.ts';
import type { Task, Verifier } from './task.ts';

/** Where the code of a task or a verifier is, as a pipeline's graph names it. */
export interface TaskRef {
  /**
   * With a library, a path from its root; with `library: null`, a path from the folder of the pipeline.
   * Without either also `prorl:tasks/math/chain-sum` (the standard library), a path that starts with `.` or `/`,
   * or a file of an npm package such as `@acme/logic/tasks/zebra`. A file's extension may be left out.
   */
  readonly module: string;
  /** The name under which the module exports the task; `default` where left out. */
  readonly export?: string;
  /** The package that holds the module: its name, or its name and the folder it lies in. */
  readonly library?: string | { readonly name: string; readonly root?: string } | null;
}

const STANDARD = 'prorl:';

/** The package's own name as a library, and where its modules lie. */
const OWN_NAME = 'prorl';
const OWN_MODULES = 'stdlib/';

/**
 * Imports the code of a task. `baseFolder` is the folder of the pipeline: relative paths and npm packages
 * are looked up from there. Throws ProrlError where there is no such module or export, where the module
 * itself fails, and where what it exports is not a task (saying which member does not fit).
 */
export async function loadTask(ref: TaskRef, baseFolder: string): Promise<Task> {
  return (await load(ref, baseFolder, {
    what: 'task',
    needed: ['generate', 'verify'],
    optional: ['solve', 'slip', 'close'],
    form: 'A task is an object with name, generate(settings, random) and verify(problem, response); see the Task interface of prorl.',
  })) as Task;
}

/** Imports the code of a verifier, as `loadTask` does that of a task. */
export async function loadVerifier(ref: TaskRef, baseFolder: string): Promise<Verifier> {
  return (await load(ref, baseFolder, {
    what: 'verifier',
    needed: ['verify'],
    optional: ['close'],
    form: 'A verifier is an object with name and verify(problem, response, settings); see the Verifier interface of prorl.',
  })) as Verifier;
}

interface Kind {
  readonly what: 'task' | 'verifier';
  /** Methods that it must have, and those that it may have. */
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly form: string;
}

async function load(ref: TaskRef, baseFolder: string, kind: Kind): Promise<unknown> {
  const file = locate(ref, resolve(baseFolder));
  const module = await importModule(ref, file);
  const name = ref.export ?? 'default';
  if (!Object.hasOwn(module, name)) {
    const names = Object.keys(module);
    throw pipelineError(
      `${ref.module} exports no "${name}" (${file}).`,
      names.length === 0
        ? `It exports nothing. Export the ${kind.what} from it.`
        : `It exports ${names.join(', ')}.`,
    );
  }
  const found = module[name];
  const misfit = whyNot(found, kind);
  if (misfit !== undefined) {
    throw pipelineError(`"${name}" of ${ref.module} is not a ${kind.what}: ${misfit} (${file}).`, kind.form);
  }
  return found;
}

/** The file that holds the code of a task; throws ProrlError where there is none. */
function locate({ module, library }: TaskRef, baseFolder: string): string {
  if (module.startsWith(STANDARD)) return locateStandard(module.slice(STANDARD.length));
  if (library === undefined && !/^(\.\.?)?[/\\]/.test(module)) return locateInPackage(module, baseFolder);
  const owner = typeof library === 'string' ? { name: library } : (library ?? undefined);
  if (owner?.name === OWN_NAME && module.replace(/^\.\//, '').startsWith(OWN_MODULES)) {
    // Its modules lie elsewhere once compiled, so they are found from here and not from its root.
    return locateStandard(module.slice(module.indexOf(OWN_MODULES) + OWN_MODULES.length));
  }
  const folder = owner === undefined ? baseFolder : libraryRoot(owner, baseFolder);
  const file = existingFile(resolve(folder, module));
  if (file !== undefined) return file;
  throw pipelineError(
    `There is no task module ${module} in ${folder}.`,
    'Paths are relative to the library, or without one to the folder of the pipeline; the extension (.js, .mjs, .ts) may be left out.',
  );
}

function locateInPackage(specifier: string, baseFolder: string): string {
  const { name, inside } = splitSpecifier(specifier);
  const root = libraryRoot({ name }, baseFolder);
  const file = packageFile(root, inside) ?? (inside === '' ? undefined : existingFile(join(root, inside)));
  if (file !== undefined && existsSync(file)) return file;
  throw pipelineError(
    `The package ${name} has no file ${inside === '' ? 'to import (no main, no exports)' : inside} (${root}).`,
    'Look at "exports" in its package.json, or name a file in it.',
  );
}

function locateStandard(name: string): string {
  const folder = join(ownFolder, OWN_MODULES);
  const known = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ownExtension) && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -ownExtension.length).replaceAll(sep, '/'))
    .sort();
  // Only names that are there, so that no path leads out of the folder.
  if (known.includes(name)) return join(folder, name + ownExtension);
  throw pipelineError(
    `The standard library has no module ${STANDARD}${name}.`,
    known.length === 0
      ? 'It is empty here: install prorl again.'
      : `Did you mean ${STANDARD}${closest(name, known)}?`,
  );
}

function libraryRoot(library: { name: string; root?: string }, baseFolder: string): string {
  if (library.root !== undefined) return resolve(baseFolder, library.root);
  const root = findPackage(library.name, baseFolder);
  if (root !== undefined) return root;
  throw new ProrlError(`The package ${library.name} is not installed where ${baseFolder} would find it.`, {
    exitCode: ExitCode.environment,
    hint: `npm install ${library.name}`,
  });
}

function existingFile(path: string): string | undefined {
  return ['', '.js', '.mjs', '.ts']
    .map((extension) => path + extension)
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

async function importModule(ref: TaskRef, file: string): Promise<Record<string, unknown>> {
  const installed = /[\\/]node_modules[\\/]/.test(file);
  try {
    if (/\.m?ts$/.test(file) && !installed) readTypeScript();
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (cause) {
    const code = (cause as { code?: unknown } | null)?.code;
    const typescript =
      code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProrlError(`The task module ${ref.module} cannot be imported: ${reason} (${file}).`, {
      exitCode: ExitCode.pipeline,
      hint: typescript
        ? 'Node runs no TypeScript of installed packages: its authors publish it as JavaScript, and name that file in code("./...js").'
        : `Mend the module, then try it alone: node ${file}`,
      cause,
    });
  }
}

/** What keeps a value from being of a kind, or undefined where it is. */
function whyNot(value: unknown, kind: Kind): string | undefined {
  if (typeof value !== 'object' || value === null) return `it is ${describe(value)}, not an object`;
  const members = value as Record<string, unknown>;
  if (typeof members.name !== 'string' || members.name === '') {
    return `its "name" is ${describe(members.name)}, not a text`;
  }
  for (const member of kind.needed) {
    if (typeof members[member] !== 'function') {
      return `its "${member}" is ${describe(members[member])}, not a function`;
    }
  }
  for (const member of kind.optional) {
    if (members[member] !== undefined && typeof members[member] !== 'function') {
      return `its "${member}" is ${describe(members[member])}; it may be left out, or be a function`;
    }
  }
  const settings = members.settings;
  if (settings !== undefined && (typeof settings !== 'object' || settings === null)) {
    return `its "settings" is ${describe(settings)}; it may be left out, or be an object`;
  }
  return undefined;
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  return `a ${typeof value}`;
}

function pipelineError(message: string, hint: string): ProrlError {
  return new ProrlError(message, { exitCode: ExitCode.pipeline, hint });
}
