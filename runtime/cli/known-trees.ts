import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../../grammar/ast.ts';
import { readTree } from '../../grammar/stored-tree.ts';
import { fromSource } from '../own-modules.ts';
import { packageRoot } from '../package-root.ts';

const standard = join(packageRoot, 'stdlib');
const known = new Map<string, { readonly text: string; readonly tree: SourceFile | null }>();

/** Where the build writes the tree of a module of the standard library. */
export const storedTree = (module: string): string =>
  join(packageRoot, 'dist', 'stdlib', basename(module).replace('.prorl', '.tree'));

/**
 * The tree of a module of the standard library, which was parsed and checked when prorl was built: that would be
 * most of a short command's time. Null for every other file, for a module that was changed since, and from source.
 */
export function knownTree(file: string, text: string): SourceFile | null {
  if (fromSource || dirname(file) !== standard) return null;
  const before = known.get(file);
  if (before?.text === text) return before.tree;
  const stored = storedTree(file);
  const tree = existsSync(stored) ? readTree(readFileSync(stored, 'utf8'), file, text) : null;
  known.set(file, { text, tree });
  return tree;
}
