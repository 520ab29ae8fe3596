import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';

/**
 * The .prorl files at or below a folder, by name. Links, folders of installed packages and those that are hidden are
 * passed over. `unlisted` is told of folders that cannot be listed.
 */
export function* prorlFiles(
  folder: string,
  unlisted: (folder: string, error: unknown) => void,
  deepest = Infinity,
): Generator<string, void> {
  for (const entry of entries(folder, unlisted)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory() && deepest > 0) yield* prorlFiles(path, unlisted, deepest - 1);
    else if (entry.isFile() && entry.name.endsWith('.prorl')) yield path;
  }
}

function entries(folder: string, unlisted: (folder: string, error: unknown) => void) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unlisted(folder, error);
    return [];
  }
}

/**
 * The files that arguments of the command line name, each once; a folder stands for all .prorl files below it.
 * @throws ProrlError (pipeline) where a folder has none, or one cannot be listed.
 */
export function namedFiles(named: readonly string[]): string[] {
  return [...new Set(named.flatMap((one) => (isFolder(one) ? filesIn(one) : one)))];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}

function filesIn(folder: string): string[] {
  const refuse = (path: string, cause: unknown): never => {
    throw new ProrlError(`Cannot list ${path}: ${(cause as Error).message}.`, {
      exitCode: ExitCode.pipeline,
      hint: 'Name the files, or folders that may be read.',
      cause,
    });
  };
  const found = [...prorlFiles(folder, refuse)];
  if (found.length > 0) return found;
  throw new ProrlError(`The folder ${folder} has no .prorl files.`, {
    exitCode: ExitCode.pipeline,
    hint: 'Those in node_modules, in hidden folders and behind links are passed over; name them to have them read.',
  });
}

/** What to name instead of a folder, where one file is wanted. */
export function filesToName(folder: string, most = 5): string {
  const found: string[] = [];
  for (const file of prorlFiles(folder, () => {}, 2)) {
    found.push(file);
    if (found.length > most) break;
  }
  if (found.length === 0) return 'It has no .prorl files. `prorl init` writes one to begin with.';
  const more = found.length > most ? ', ...' : '';
  return `Name one of the .prorl files in it: ${found.slice(0, most).join(', ')}${more}`;
}
