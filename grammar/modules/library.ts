import { createHash } from 'node:crypto';
import type { Library } from '../../runtime/graph/graph.ts';
import type { Workspace } from '../workspace.ts';
import type { Module } from './module.ts';

/** The libraries that modules come from, each with the SHA-256 over the paths and texts of its modules used. */
export function hashLibraries(
  modules: readonly Module[],
  sources: ReadonlyMap<string, string>,
  workspace: Workspace,
): Library[] {
  const byName = new Map<string, { version: string; files: [path: string, text: string][] }>();
  for (const { library, file } of modules) {
    if (library === null) continue;
    const known = byName.get(library.name) ?? { version: library.version, files: [] };
    known.files.push([workspace.relative(library.folder, file), sources.get(file) ?? '']);
    byName.set(library.name, known);
  }
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { version, files }]) => {
      const hash = createHash('sha256');
      for (const [path, text] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(`${path}\0${Buffer.byteLength(text)}\0${text}`);
      }
      return { name, version, hash: hash.digest('hex') };
    });
}
