import { openBackend } from '../../runtime/tensor/backend.ts';
import type { Backend } from '../../runtime/tensor/backend.ts';

let open: Promise<Backend> | undefined;

/** The name of the backend that tests of the engine compute on: PRORL_TEST_BACKEND, or wasm. */
export const testBackendName: string = process.env['PRORL_TEST_BACKEND'] || 'wasm';

/**
 * Opens the backend that tests compute on, once a process. To be called in `before`:
 * `before(openTestBackend)`.
 */
export function openTestBackend(): Promise<Backend> {
  open ??= openBackend(testBackendName);
  return open;
}
