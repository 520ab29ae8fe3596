/**
 * Writes what `npm run build` installs, besides tsc's declarations: prorl's modules in few files, and the trees of the
 * standard library. Each module that is loaded by its path is a file of its own, at its place; what several of them
 * share is in dist/chunks, once, so that a class or a cache is one for all. npm packages are left to Node.
 */
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../grammar/compile.ts';
import { renderDiagnostic } from '../grammar/diagnostics/index.ts';
import { parse } from '../grammar/parse.ts';
import { storeTree } from '../grammar/stored-tree.ts';
import { storedTree } from '../runtime/cli/known-trees.ts';
import { fileWorkspace } from '../runtime/cli/workspace.ts';
import { ownModules } from '../runtime/own-modules.ts';
import { packageRoot } from '../runtime/package-root.ts';

const dist = join(packageRoot, 'dist');
const library = join(packageRoot, 'stdlib');
const modules = readdirSync(library)
  .filter((name) => name.endsWith('.prorl'))
  .map((name) => join(library, name));
const texts = modules.map((file) => readFileSync(file, 'utf8'));

for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (/\.(js|tree)$/.test(name)) rmSync(join(dist, name));
}
const named = texts.flatMap((text) => [...text.matchAll(/\bcode\(\s*"\.\/([^"]+)"/g)].map(([, path]) => path));
const entries = [
  'runtime/cli/main',
  'runtime/tasks/index',
  ...ownModules,
  ...named.map((path) => `stdlib/${path}`),
];
await build({
  absWorkingDir: packageRoot,
  entryPoints: [...new Set(entries)].map((name) => `${name}.ts`),
  outbase: '.',
  outdir: dist,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});

mkdirSync(dirname(storedTree(library)), { recursive: true });
for (const [i, file] of modules.entries()) {
  const { diagnostics, sources } = compile(file, fileWorkspace);
  // A tree that is read is not checked again.
  for (const one of diagnostics) throw new Error(renderDiagnostic(one, sources));
  writeFileSync(storedTree(file), storeTree(texts[i]!, parse(file, texts[i]!).file));
}
