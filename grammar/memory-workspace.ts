import { createHash } from 'node:crypto';
import type { InstalledPackage, Workspace } from './workspace.ts';

/**
 * A workspace made of texts, by absolute paths such as `/project/main.prorl`: for tests, and for
 * wherever there is no file system. Packages lie in `node_modules` folders, as on disk; `own` is
 * the folder of prorl's own package.
 */
export function memoryWorkspace(files: Readonly<Record<string, string>>, own = '/prorl'): Workspace {
  const texts = new Map(Object.entries(files));
  const isFolder = (path: string): boolean => [...texts.keys()].some((file) => file.startsWith(`${path}/`));
  const workspace: Workspace = {
    read(file) {
      const text = texts.get(file);
      if (text !== undefined) return { text };
      return { problem: isFolder(file) ? 'folder' : 'missing' };
    },
    known: () => null,
    exists: (file) => texts.has(file),
    ggufContext: () => null,
    resolve: (from, relative) => normal(`${folderOf(from)}/${relative}`),
    relative: relativePath,
    real: (path) => path,
    folderOf,
    packageRoot(file) {
      const found = above(folderOf(file)).find((folder) => texts.has(`${folder}/package.json`));
      return found ?? folderOf(file);
    },
    digests(folder, within) {
      const found = new Map<string, string>();
      for (const [file, text] of texts) {
        const path = relativePath(folder, file);
        const parts = path.split('/');
        if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) continue;
        if (within?.some((one) => one === path || path.startsWith(`${one}/`)) === false) continue;
        found.set(path, createHash('sha256').update(text).digest('hex'));
      }
      return found;
    },
    findPackage(from, name) {
      const folders = above(folderOf(from)).map((folder) => `${folder}/node_modules/${name}`);
      if (name === 'prorl') folders.push(own);
      for (const folder of folders) {
        const manifest = texts.get(`${folder}/package.json`);
        if (manifest !== undefined) return { folder, manifest } satisfies InstalledPackage;
      }
      return null;
    },
  };
  return workspace;
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}

/** A folder and those above it, nearest first. */
function above(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}

function normal(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') out.pop();
    else out.push(part);
  }
  return `/${out.join('/')}`;
}

function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter((p) => p !== '');
  const to = file.split('/').filter((p) => p !== '');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
