import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BackendUnavailable } from './backend-types.ts';
import type { Backend, BackendSpec, OpenOptions } from './backend-types.ts';
import { backendFolder } from './home.ts';

const mend = 'prorl backend install webgpu';

/** Any GPU that Vulkan, Metal or Direct3D reaches, through Dawn (the npm package `webgpu`). */
export const webgpu: BackendSpec = {
  name: 'webgpu',
  summary: 'any GPU by Vulkan, Metal or Direct3D, through Dawn',

  async open(options: OpenOptions): Promise<Backend> {
    const dawn = await loadDawn();
    const adapter = await findAdapter(dawn, options);
    const { tf } = await import('./tf.ts');
    // Dawn's objects have to be there before tfjs-backend-webgpu is loaded: it looks for them as it loads.
    await import('@tensorflow/tfjs-backend-webgpu');
    const { removeBackend, useBackend } = await import('./use-backend.ts');
    await useBackend('webgpu', 'webgpu', mend);
    return {
      name: 'webgpu',
      description: `TensorFlow.js ${tf.version_core} through Dawn on ${adapter}`,
      fastMath: false,
      dispose: () => removeBackend('webgpu'),
    };
  },
};

interface Dawn {
  create(flags: string[]): { requestAdapter(options?: object): Promise<Adapter | null> };
  readonly globals: Record<string, unknown>;
}

interface Adapter {
  readonly info?: { vendor?: string; architecture?: string; device?: string; description?: string };
}

async function loadDawn(): Promise<Dawn> {
  const entry = [
    import.meta.url,
    join(process.cwd(), 'package.json'),
    join(backendFolder('webgpu'), 'package.json'),
  ]
    .map((from) => {
      try {
        return createRequire(from).resolve('webgpu');
      } catch {
        return undefined;
      }
    })
    .find((path) => path !== undefined);
  if (entry === undefined)
    throw new BackendUnavailable('webgpu', 'the npm package webgpu is not installed.', mend);
  try {
    return (await import(pathToFileURL(entry).href)) as Dawn;
  } catch (cause) {
    const { firstLine } = await import('./use-backend.ts');
    throw new BackendUnavailable(
      'webgpu',
      `the npm package webgpu does not load (${firstLine(cause)}).`,
      mend,
      cause,
    );
  }
}

/** Hands Dawn to TensorFlow.js as `navigator.gpu`, and says which adapter it found. */
async function findAdapter(dawn: Dawn, { automatic }: OpenOptions): Promise<string> {
  const gpu = dawn.create([]);
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) {
    throw new BackendUnavailable(
      'webgpu',
      'Dawn finds no graphics adapter: there is no Vulkan, Metal or Direct3D 12 driver.',
      undefined,
    );
  }
  const { vendor, architecture, device, description } = adapter.info ?? {};
  const label =
    description || device || [vendor, architecture].filter(Boolean).join(' ') || 'an unnamed adapter';
  if (
    automatic &&
    /swiftshader|llvmpipe|lavapipe|basic render/i.test([label, vendor, architecture].join(' '))
  ) {
    throw new BackendUnavailable(
      'webgpu',
      `the only adapter is an imitation in software (${label}).`,
      undefined,
    );
  }
  Object.assign(globalThis, dawn.globals);
  const { navigator } = globalThis as { navigator?: object };
  Object.defineProperty(navigator ?? defineNavigator(), 'gpu', { value: gpu, configurable: true });
  return label;
}

/** Node 20 has no `navigator`. */
function defineNavigator(): object {
  const navigator = { userAgent: 'Node.js' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  return navigator;
}
