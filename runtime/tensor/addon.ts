import { existsSync, readdirSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { backendFolder } from './home.ts';
import { BackendUnavailable } from './backend-types.ts';
import type { Backend } from './backend-types.ts';
import { firstLine } from './use-backend.ts';
import { tf } from './tf.ts';
import { fastMath } from './fast-math.ts';
import { hasNativeKernels, loadNativeKernels } from './native-kernels.ts';
import { withoutSayings } from './quiet-loading.ts';
import { disposeTraces } from './traced.ts';

/** The backends that are TensorFlow itself, reached through the native addon of tfjs-node. */
export type AddonBackend = 'native' | 'cuda';

/** A folder of a tfjs-node package, and its compiled part where that is there. */
export interface AddonPackage {
  readonly folder: string;
  readonly binding: string | undefined;
}

const mends = { native: 'prorl backend install native', cuda: 'prorl backend install cuda' };

/**
 * Every tfjs-node that can be found, in the order in which they count: the one that `prorl backend install`
 * made (it was asked for, tried, and is over a current TensorFlow), beside prorl, beside the user's own work.
 */
export function findAddons(name: AddonBackend): AddonPackage[] {
  const published = name === 'cuda' ? '@tensorflow/tfjs-node-gpu' : '@tensorflow/tfjs-node';
  const folders = [
    packageFolder('@tensorflow/tfjs-node', join(backendFolder(name), 'package.json')),
    packageFolder(published, import.meta.url),
    packageFolder(published, join(process.cwd(), 'package.json')),
  ];
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .map((folder) => ({ folder, binding: findBinding(folder) }));
}

function packageFolder(name: string, from: string): string | undefined {
  try {
    // The package file itself: to resolve the package's main file would be the same, to load it would not.
    return dirname(createRequire(from).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function findBinding(folder: string): string | undefined {
  const lib = join(folder, 'lib');
  if (!existsSync(lib)) return undefined;
  return readdirSync(lib)
    .map((entry) => join(lib, entry, 'tfjs_binding.node'))
    .find((path) => existsSync(path));
}

interface TensorFlowBackend {
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}

/** Loaded once a process: the addon registers its kernels in tfjs's global registry and cannot be unloaded. */
let loaded: string | undefined;

/** Loads the addon and describes the TensorFlow behind it. Throws BackendUnavailable, whatever goes wrong. */
export function loadAddon(name: AddonBackend): TensorFlowBackend {
  const mend = mends[name];
  if (loaded === undefined) {
    const found = findAddons(name);
    const usable = found.find((candidate) => candidate.binding !== undefined);
    if (found.length === 0) throw new BackendUnavailable(name, 'tfjs-node is not installed.', mend);
    if (usable === undefined) {
      throw new BackendUnavailable(
        name,
        'tfjs-node is installed, but its compiled part is missing (its own install could not download it).',
        mend,
      );
    }
    try {
      withoutSayings(usable.binding, () => load(usable.folder));
      if (name === 'native' && usable.binding !== undefined) loadNativeKernels(usable.binding);
    } catch (cause) {
      throw new BackendUnavailable(
        name,
        `its compiled part does not load (${firstLine(cause)}).`,
        mend,
        cause,
      );
    }
    loaded = usable.folder;
  }
  return tf.engine().findBackend('tensorflow') as unknown as TensorFlowBackend;
}

function load(folder: string): void {
  // TensorFlow and Abseil write to stderr on their own account; a user who wants that can ask for it.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  process.env['ABSL_MIN_LOG_LEVEL'] ??= '2';
  restoreRemovedUtilities();
  withOneTensorFlowJs(() => {
    createRequire(join(folder, 'package.json'))(folder);
  });
  if (tf.engine().findBackend('tensorflow') === null) {
    throw new Error('it registered its kernels with another copy of TensorFlow.js');
  }
}

/** Node 23 removed functions of `util` that tfjs-node 4.22 calls. */
function restoreRemovedUtilities(): void {
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] ??= Array.isArray;
}

const shared = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers', '@tensorflow/tfjs-backend-cpu'];

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * tfjs-node brings a TensorFlow.js of its own when it is installed elsewhere. While it loads, its requests
 * for the packages that prorl has too are answered with prorl's, so that there is one engine and one
 * class `Tensor`.
 */
function withOneTensorFlowJs(load: () => void): void {
  const internals = Module as unknown as { _resolveFilename: Resolve };
  const original = internals._resolveFilename;
  const own = createRequire(import.meta.url);
  const ours = new Map(shared.map((name) => [name, own.resolve(name)]));
  internals._resolveFilename = function (this: unknown, request, ...rest) {
    return ours.get(request) ?? original.call(this, request, ...rest);
  };
  try {
    load();
  } finally {
    internals._resolveFilename = original;
  }
}

/** The open backend, for native and cuda alike. */
export function addonBackend(name: AddonBackend, { binding }: TensorFlowBackend): Backend {
  const threads = Number(process.env['TF_NUM_INTRAOP_THREADS']) || availableParallelism();
  const where = name === 'cuda' ? 'on the GPU' : `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  return {
    name,
    description: `TensorFlow ${binding.TF_Version} through tfjs-node, ${where}${hasNativeKernels() ? ", prorl's own kernels" : ''}${fastMath() ? ', bfloat16 products' : ''}`,
    fastMath: fastMath(),
    // tfjs-node cannot be loaded twice in a process, so the backend stays registered; only its tensors go.
    dispose: () => {
      disposeTraces();
      tf.disposeVariables();
    },
  };
}
