import { distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from '../errors.ts';
import { BackendUnavailable, backendNames } from './backend-types.ts';
import type { Backend, BackendName, BackendSpec, OpenOptions } from './backend-types.ts';
import { cpu } from './cpu.ts';
import { cuda } from './cuda.ts';
import { noFastMath } from './fast-math.ts';
import { native } from './native.ts';
import { wasm } from './wasm.ts';
import { webgpu } from './webgpu.ts';

export { BackendUnavailable, backendNames } from './backend-types.ts';
export type { Backend, BackendName, BackendSpec } from './backend-types.ts';

/**
 * Every backend, in the order in which they are tried. Importing this costs nothing: TensorFlow.js is loaded
 * by `open` alone.
 */
export const backends: readonly BackendSpec[] = [cuda, native, webgpu, wasm, cpu];

/**
 * Opens the backend asked for, or else the fastest that works here.
 *
 * Throws a ProrlError: with exit code `usage` for a name that is none, `environment` for a backend that does
 * not work here (the message says why, the hint names the command that mends it) or has not what is asked of it.
 */
export async function openBackend(
  requested?: string,
  options: Pick<OpenOptions, 'threads' | 'fastMath'> = {},
): Promise<Backend> {
  if (requested !== undefined && requested !== 'auto') {
    const spec = specOf(parseBackendName(requested));
    refuseFastMath(spec, options.fastMath);
    return spec.open({ ...options, automatic: false });
  }
  const failures: BackendUnavailable[] = [];
  for (const spec of backends) {
    try {
      const backend = await spec.open({ ...options, automatic: true });
      refuseFastMath(spec, options.fastMath);
      return backend;
    } catch (thrown) {
      if (!(thrown instanceof BackendUnavailable)) throw thrown;
      failures.push(thrown);
    }
  }
  throw new ProrlError(
    'No tensor backend works here:\n' +
      failures.map((failure) => `  ${failure.backend}: ${failure.why}`).join('\n'),
    { exitCode: ExitCode.environment, hint: 'Run `prorl doctor` for what each of them needs.' },
  );
}

function refuseFastMath({ name }: BackendSpec, fastMath = false): void {
  if (fastMath && name !== 'native') throw noFastMath(name);
}

/** The backend of that name; throws a ProrlError that suggests the nearest one. */
export function parseBackendName(name: string): BackendName {
  const known = backendNames.find((candidate) => candidate === name.toLowerCase());
  if (known !== undefined) return known;
  const [nearest] = [...backendNames].sort(
    (a, b) => distance(a, name.toLowerCase()) - distance(b, name.toLowerCase()),
  );
  const near = nearest !== undefined && distance(nearest, name.toLowerCase()) <= 2;
  throw new ProrlError(`There is no backend '${name}'${near ? `: did you mean '${nearest}'?` : '.'}`, {
    exitCode: ExitCode.usage,
    hint: `The backends are ${backendNames.join(', ')}; leave --backend out to use the fastest that works.`,
  });
}

export function specOf(name: BackendName): BackendSpec {
  const spec = backends.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`backend ${name} is not in the registry`);
  return spec;
}
