import type { Backend, BackendSpec } from './backend-types.ts';

/** TensorFlow on the processor, on all its cores, through tfjs-node. */
export const native: BackendSpec = {
  name: 'native',
  summary: 'TensorFlow on all cores, through tfjs-node',

  async open({ threads, fastMath = false }): Promise<Backend> {
    const [{ addonBackend, loadAddon }, { useBackend }, { requireBfloat16, setFastMath }] = await Promise.all(
      [import('./addon.ts'), import('./use-backend.ts'), import('./fast-math.ts')],
    );
    if (fastMath) requireBfloat16();
    setFastMath(fastMath);
    // TensorFlow reads it once, when it starts; what the user has set goes first.
    if (threads !== undefined) process.env['TF_NUM_INTRAOP_THREADS'] ??= String(threads);
    const tensorflow = loadAddon('native');
    await useBackend('native', 'tensorflow', 'prorl backend install native');
    return addonBackend('native', tensorflow);
  },
};
