import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { kernelFile, kernelSources } from '../native-kernels.ts';
import { heldStderrFile } from '../quiet-loading.ts';
import { runTool } from './run-tool.ts';
import type { Tools } from './tools.ts';

export const tfjsNodeVersion = '4.22.0';
/** Node's C interface as headers in an npm package: so the headers of the Node at hand are not needed. */
const headersVersion = '1.9.0';
/** The version of that interface that tfjs-node is written for; every Node since 12 serves it. */
const napi = 8;

const compilerHint = 'A compiler for C++17 is needed (g++ 8 or later); CXX names another one.';
const hint = 'Check that this machine reaches the npm registry, then try again.';

/**
 * Installs tfjs-node without its own install script (which would fetch a TensorFlow of 2022) and compiles its
 * addon against the libraries in `site`. Where the libraries lie is written into the addon relative to
 * itself, so it needs no LD_LIBRARY_PATH and the whole folder can be moved.
 */
export async function installTfjsNode(folder: string, tools: Tools): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }) + '\n');
  await runTool(
    `Installing tfjs-node ${tfjsNodeVersion} with npm`,
    tools.npm,
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact']
      .concat('--loglevel=error')
      .concat(`@tensorflow/tfjs-node@${tfjsNodeVersion}`, `node-api-headers@${headersVersion}`),
    { cwd: folder, hint },
  );
}

export async function compileAddon(folder: string, tools: Tools): Promise<void> {
  const modules = join(folder, 'node_modules');
  const package_ = join(modules, '@tensorflow', 'tfjs-node');
  const lib = join(package_, 'lib', `napi-v${napi}`);
  const tensorflow = join(folder, 'site', 'tensorflow');
  await mkdir(lib, { recursive: true });
  const sources = (await readdir(join(package_, 'binding')))
    .filter((file) => file.endsWith('.cc'))
    .map((file) => join(package_, 'binding', file));
  await runTool(
    'Compiling the addon of tfjs-node',
    [tools.compiler],
    [
      ...['-shared', '-fPIC', '-O2', '-std=c++17', '-pthread', '-w', `-DNAPI_VERSION=${napi}`],
      ...[`-I${join(modules, 'node-api-headers', 'include')}`, `-I${join(tensorflow, 'include')}`],
      ...sources,
      ...['-o', join(lib, 'tfjs_binding.node')],
      ...[`-L${tensorflow}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'],
      // From node_modules/@tensorflow/tfjs-node/lib/napi-v8 to the folder that the backend is installed in.
      '-Wl,-rpath,$ORIGIN/../../../../../site/tensorflow',
    ],
    { cwd: folder, hint: compilerHint },
  );
  await runTool(
    'Compiling what keeps the loading quiet',
    [tools.compiler],
    [
      ...['-shared', '-fPIC', '-O2', '-std=c++17', '-w', `-DNAPI_VERSION=${napi}`],
      `-I${join(modules, 'node-api-headers', 'include')}`,
      join(packageRoot, 'runtime', 'tensor', 'install', 'held-stderr.cc'),
      ...['-o', join(lib, heldStderrFile)],
    ],
    { cwd: folder, hint: compilerHint },
  );
}

/**
 * Compiles prorl's own operations for TensorFlow on a processor, for the one at hand, beside the addon, against
 * TensorFlow's C interface for operations.
 */
export async function compileKernels(folder: string, tools: Tools): Promise<void> {
  const modules = join(folder, 'node_modules');
  const tensorflow = join(folder, 'site', 'tensorflow');
  await runTool(
    "Compiling prorl's operations",
    [tools.compiler],
    [
      ...['-shared', '-fPIC', '-O3', '-std=c++17', '-pthread', '-w', `-DNAPI_VERSION=${napi}`],
      process.arch === 'arm64' ? '-mcpu=native' : '-march=native',
      ...[`-I${join(modules, 'node-api-headers', 'include')}`, `-I${join(tensorflow, 'include')}`],
      ...kernelSources().filter((file) => file.endsWith('.cc')),
      ...['-o', join(modules, '@tensorflow', 'tfjs-node', 'lib', `napi-v${napi}`, kernelFile())],
      ...[`-L${tensorflow}`, '-l:libtensorflow_framework.so.2'],
      '-Wl,-rpath,$ORIGIN/../../../../../site/tensorflow',
    ],
    { cwd: folder, hint: compilerHint },
  );
}
