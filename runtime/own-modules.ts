import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from './package-root.ts';

/** The modules of prorl that are started by their file: as threads, as processes, as hooks of Node's loader. */
export const ownModules = [
  'runtime/sandbox/keeper',
  'runtime/sandbox/quickjs-thread',
  'runtime/sources/dataset/parquet-thread',
  'runtime/tasks/typescript-hooks',
  'runtime/tensor/kernels/wasm/helper',
  'runtime/tensor/probe-child',
] as const;

export type OwnModule = (typeof ownModules)[number];

/** Whether prorl runs from its source, under tsx, or as built. */
export const fromSource: boolean = import.meta.url.endsWith('.ts');

/** The extension of prorl's own modules. */
export const ownExtension: string = fromSource ? '.ts' : '.js';

/** The folder that prorl's modules lie in as they do in its source; as built, only those that are named by path are there. */
export const ownFolder: string = fromSource ? packageRoot : join(packageRoot, 'dist');

export function ownModule(name: OwnModule): URL {
  return pathToFileURL(join(ownFolder, name + ownExtension));
}

/** Starts a module of prorl as a thread. */
export function startThread(name: OwnModule, options: WorkerOptions = {}): Worker {
  const url = ownModule(name);
  if (!fromSource) return new Worker(url, options);
  // A loader of TypeScript is not passed on to threads by every Node.
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(start, { eval: true, execArgv: [], ...options });
}
