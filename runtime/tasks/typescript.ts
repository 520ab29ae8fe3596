import { register } from 'node:module';

/** Under tsx, which runs prorl from its source, there is nothing to do. */
let ready = import.meta.url.endsWith('.ts');

/**
 * Lets this process import modules of TypeScript. Later versions of Node take types away themselves, but take a file for
 * CommonJS where a package.json says so, as the one of `npm init` does: one hook does the same on all of them.
 */
export function readTypeScript(): void {
  if (ready) return;
  register(new URL('./typescript-hooks.js', import.meta.url));
  ready = true;
}
