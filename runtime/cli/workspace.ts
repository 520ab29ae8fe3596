import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Workspace } from '../../grammar/workspace.ts';
import { ggufContextLength } from '../model/gguf/context-length.ts';
import { findGguf } from '../model/gguf/find-gguf.ts';
import { packageRoot as ownFolder } from '../package-root.ts';
import { digestFiles } from './digest-files.ts';
import { knownTree } from './known-trees.ts';

/** Bytes; larger files are not read. The compiler's own limit is the same, counted in UTF-16 units. */
const largest = 4 * 1024 * 1024;

/** The file system as the compiler sees it. Paths are absolute, with `/` on every system. */
export const fileWorkspace: Workspace = {
  read(file) {
    try {
      const stat = statSync(file);
      if (stat.isDirectory()) return { problem: 'folder' };
      // Reading a pipe or a device may never end.
      if (!stat.isFile()) return { problem: 'unreadable' };
      if (stat.size > largest) return { problem: 'too large' };
      return { text: readFileSync(file, 'utf8') };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
    }
  },
  known: knownTree,
  exists: isFile,
  ggufContext(path) {
    try {
      const file = findGguf(path);
      return file === undefined ? null : ggufContextLength(file);
    } catch {
      // What is wrong with the model is said by the run, which loads it.
      return null;
    }
  },
  resolve: (from, path) => slashes(resolve(dirname(from), path)),
  relative: (folder, file) => slashes(relative(folder, file)),
  real(path) {
    try {
      return slashes(realpathSync(path));
    } catch {
      return path;
    }
  },
  folderOf: (file) => slashes(dirname(file)),
  packageRoot(file) {
    const found = above(dirname(file)).find((folder) => isFile(join(folder, 'package.json')));
    return slashes(found ?? dirname(file));
  },
  digests: digestFiles,
  findPackage(from, name) {
    const folders = above(dirname(from)).map((folder) => join(folder, 'node_modules', name));
    if (name === 'prorl') folders.unshift(ownFolder);
    for (const folder of folders) {
      const manifest = join(folder, 'package.json');
      if (isFile(manifest))
        return { folder: slashes(realpathSync(folder)), manifest: readManifestText(manifest) };
    }
    return null;
  },
};

function readManifestText(file: string): string | null {
  try {
    return statSync(file).size > largest ? null : readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** A folder and those above it, nearest first. */
function above(folder: string): string[] {
  const folders = [resolve(folder)];
  for (let next = dirname(folders[0]!); next !== folders.at(-1); next = dirname(next)) folders.push(next);
  return folders;
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
