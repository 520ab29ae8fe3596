import assert from 'node:assert/strict';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ExitCode } from '../../runtime/errors.ts';
import type { ProrlError } from '../../runtime/errors.ts';
import { backendNames, backends, openBackend, parseBackendName } from '../../runtime/tensor/backend.ts';
import { BackendUnavailable } from '../../runtime/tensor/backend-types.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { distance, plainMatMul, spread } from '../support/plain-math.ts';

describe('backends', () => {
  it('are listed fastest first, each once', () => {
    assert.deepEqual(
      backends.map(({ name }) => name),
      [...backendNames],
    );
  });

  for (const [asked, meant] of [
    ['wsam', 'wasm'],
    ['Nativ', 'native'],
    ['gpu', 'cpu'],
    ['web-gpu', 'webgpu'],
  ] as const) {
    it(`suggest ${meant} for ${asked}`, () => {
      assert.throws(
        () => parseBackendName(asked),
        (error: ProrlError) => {
          assert.equal(error.message, `There is no backend '${asked}': did you mean '${meant}'?`);
          assert.equal(error.exitCode, ExitCode.usage);
          assert.match(error.hint ?? '', /cuda, native, webgpu, wasm, cpu/);
          return true;
        },
      );
    });
  }

  it('suggest nothing for a name that is like none of them', () => {
    assert.throws(() => parseBackendName('abacus'), { message: "There is no backend 'abacus'." });
  });

  it('are found whatever the case', () => assert.equal(parseBackendName('WASM'), 'wasm'));

  for (const name of ['wasm', 'cpu']) {
    it(`${name} multiplies as plain arithmetic does, is disposed of and opens again`, async () => {
      for (let round = 0; round < 2; round++) {
        const backend = await openBackend(name);
        assert.equal(backend.name, name);
        assert.match(backend.description, /TensorFlow\.js 4\.22\.\d+/);
        assert.equal(tf.getBackend(), name);
        const shape = { batch: 1, m: 17, k: 33, n: 9, transposeA: false, transposeB: true };
        const [a, b] = [spread(17 * 33), spread(33 * 9, 2)];
        const product = tf.tidy(() =>
          tf.matMul(tf.tensor2d(a, [17, 33]), tf.tensor2d(b, [9, 33]), false, true),
        );
        assert.ok(distance(product.dataSync(), plainMatMul(a, b, shape)) < 1e-5);
        product.dispose();
        backend.dispose();
      }
    });
  }

  it('leave the process its own listeners for uncaught errors', async () => {
    const count = (): number =>
      process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection');
    const before = count();
    await openBackend('wasm');
    assert.equal(count(), before);
  });

  it('tell why one does not work, and the command that mends it', () => {
    const error = new BackendUnavailable(
      'native',
      'tfjs-node is not installed.',
      'prorl backend install native',
    );
    assert.equal(error.message, 'The native backend does not work here: tfjs-node is not installed.');
    assert.equal(error.exitCode, ExitCode.environment);
    assert.match(error.hint ?? '', /^Run `prorl backend install native`/);
    assert.match(new BackendUnavailable('cuda', 'no GPU.', undefined).hint ?? '', /^Leave --backend out/);
  });

  it('can be listed without TensorFlow.js being loaded', async function () {
    const module = new URL('../../runtime/tensor/backend.ts', import.meta.url).href;
    const script = `
      const { createRequire } = await import('node:module');
      const { backends } = await import(${JSON.stringify(module)});
      const cache = Object.keys(createRequire(import.meta.url).cache);
      console.log(JSON.stringify({ count: backends.length, tensorflow: cache.filter((p) => p.includes('tensorflow')),
        engine: globalThis._tfGlobals !== undefined || globalThis._tfengine !== undefined }));`;
    const root = fileURLToPath(new URL('../..', import.meta.url));
    assert.equal(extname(module), '.ts');
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const { stdout } = await execa(process.execPath, args, { cwd: root });
    assert.deepEqual(JSON.parse(stdout), { count: 5, tensorflow: [], engine: false });
  });
});
