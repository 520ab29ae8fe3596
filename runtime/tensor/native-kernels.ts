import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { tf } from './tf.ts';

const sourceFolder = join(packageRoot, 'runtime', 'tensor', 'kernels', 'native');

/** The files that the operations are compiled from, headers included. */
export function kernelSources(): string[] {
  return readdirSync(sourceFolder)
    .sort()
    .map((file) => join(sourceFolder, file));
}

/**
 * The file of prorl's own operations for TensorFlow: they are compiled for the processor at hand, and one that has
 * other instructions must not be given them, nor another prorl whose operations are not these.
 */
export function kernelFile(): string {
  const hash = createHash('sha256').update(processor());
  for (const file of kernelSources()) hash.update(readFileSync(file));
  return `prorl_kernels_${hash.digest('hex').slice(0, 12)}.node`;
}

function processor(): string {
  const info = '/proc/cpuinfo';
  const said = existsSync(info) ? /^(flags|Features)\s*:.*$/m.exec(readFileSync(info, 'utf8')) : null;
  return said?.[0] ?? cpus()[0]?.model ?? '';
}

/** The mark of a backend that has the operations: on it and not in this module, of which a process may have two. */
const mark = Symbol.for('prorl.kernels');
type Marked = { [mark]?: true };

/** Loads the operations, where they lie beside the addon of tfjs-node. PRORL_KERNELS=off leaves them. */
export function loadNativeKernels(binding: string): void {
  const path = join(dirname(binding), kernelFile());
  if (process.env['PRORL_KERNELS'] === 'off' || !existsSync(path)) return;
  createRequire(import.meta.url)(path);
  (tf.engine().findBackend('tensorflow') as unknown as Marked)[mark] = true;
}

/** Whether the backend in use is TensorFlow on a processor, with operations of our own. */
export function hasNativeKernels(): boolean {
  return tf.getBackend() === 'tensorflow' && (tf.backend() as unknown as Marked)[mark] === true;
}
