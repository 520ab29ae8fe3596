import { openBackend } from '../../runtime/tensor/backend.ts';
import type { Backend } from '../../runtime/tensor/backend.ts';
import { tf } from '../../runtime/tensor/tf.ts';

let open: { readonly backend: Backend; readonly tfName: string } | undefined;

/** The name of the backend that tests of the engine compute on: PRORL_TEST_BACKEND, or wasm. */
export const testBackendName: string = process.env['PRORL_TEST_BACKEND'] || 'wasm';

/**
 * Opens the backend that tests compute on, again where another test has put one of its own in use. To be called in
 * `before`: `before(openTestBackend)`.
 */
export async function openTestBackend(): Promise<Backend> {
  if (open === undefined || tf.getBackend() !== open.tfName) {
    const backend = await openBackend(testBackendName);
    open = { backend, tfName: tf.getBackend() };
  }
  return open.backend;
}
