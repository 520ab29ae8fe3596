import type { Backend, BackendSpec } from './backend-types.ts';

/** Plain JavaScript: slow, but with nothing to go wrong. Good for tests and as a second opinion. */
export const cpu: BackendSpec = {
  name: 'cpu',
  summary: 'plain JavaScript: always there, slow',

  async open(): Promise<Backend> {
    const [{ version_cpu }, { removeBackend, useBackend }] = await Promise.all([
      import('@tensorflow/tfjs-backend-cpu'),
      import('./use-backend.ts'),
    ]);
    await useBackend('cpu', 'cpu', undefined);
    return {
      name: 'cpu',
      description: `TensorFlow.js ${version_cpu} in plain JavaScript, 1 thread`,
      fastMath: false,
      dispose: () => removeBackend('cpu'),
    };
  },
};
