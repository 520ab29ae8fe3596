import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Digests of files that were hashed before, for as long as they stay as they are: an editor asks often. */
const known = new Map<string, { stamp: string; digest: string }>();

/** See `Workspace.digests`. */
export function digestFiles(folder: string, within?: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of within ?? ['']) visit(folder, path, found);
  return found;
}

function visit(folder: string, path: string, found: Map<string, string>): void {
  const file = join(folder, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) found.set(path, digest(file, stat));
  if (!stat?.isDirectory()) return;
  for (const name of names(file)) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    visit(folder, path === '' ? name : `${path}/${name}`, found);
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isUnreadable(error)) return [];
    throw error;
  }
}

function digest(file: string, { ino, size, mtimeMs, ctimeMs }: Stats): string {
  const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.digest;
  try {
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    known.set(file, { stamp, digest });
    return digest;
  } catch (error) {
    // Equal to no content, so that nothing that is pinned is taken to be there.
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' || code === 'ENOENT';
}
