/** Bundles the VS Code extension and packs it: `tsx scripts/package-vscode.ts [OUT.vsix]`. */
import { build } from 'esbuild';
import { createVSIX } from '@vscode/vsce';
import { join } from 'node:path';
import { packageRoot } from '../runtime/package-root.ts';

const cwd = join(packageRoot, 'grammar/vscode');
const packagePath = process.argv[2] ?? join(cwd, 'prorl.vsix');
await build({
  entryPoints: [join(cwd, 'extension.ts')],
  outfile: join(cwd, 'dist/extension.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: true,
  logLevel: 'warning',
});
await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
