/**
 * Compiles runtime/tensor/kernels/wasm/assembly/ to WebAssembly and writes it, as base64, to runtime/tensor/kernels/wasm/binary.ts.
 * With `--check` it writes nothing and fails when the file is stale. Needs the package `assemblyscript`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'runtime/tensor/kernels/wasm/binary.ts');
const folder = mkdtempSync(join(tmpdir(), 'prorl-kernels-'));
const binary = join(folder, 'kernels.wasm');
try {
  const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,bulk-memory,threads'];
  // The heap is tfjs's own: nothing of the module's may lie in it, so there must be no static data.
  const memory = [
    '--importMemory',
    '--sharedMemory',
    '--maximumMemory',
    '65536',
    '--noExportMemory',
    '--zeroFilledMemory',
    '--use',
    'abort=',
  ];
  const { status } = spawnSync(
    'npx',
    [
      '--no-install',
      'asc',
      'runtime/tensor/kernels/wasm/assembly/index.ts',
      '-o',
      binary,
      ...flags,
      ...memory,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(1);
  const lines = (
    readFileSync(binary)
      .toString('base64')
      .match(/.{1,100}/g) ?? []
  ).map((line) => `  '${line}',`);
  const text = [
    '// Generated from runtime/tensor/kernels/wasm/assembly/ by scripts/build-kernels.ts. Do not edit.',
    '/** The kernels of runtime/tensor/kernels/wasm/assembly/ as WebAssembly, in base64. */',
    'export const kernelBinary: string = [',
    ...lines,
    "].join('');",
    '',
  ].join('\n');
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('runtime/tensor/kernels/wasm/binary.ts is stale: run npx tsx scripts/build-kernels.ts');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
