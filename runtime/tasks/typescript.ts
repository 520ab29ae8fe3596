import { register } from 'node:module';

/** Under tsx, which runs prorl from its source, there is nothing to do. */
let ready = import.meta.url.endsWith('.ts');

/** Lets this process import modules of TypeScript: Node takes types away itself from 22.18 on, before that esbuild does. */
export function readTypeScript(): void {
  const { typescript } = process.features as { readonly typescript?: unknown };
  if (ready || typescript) return;
  register(new URL('./typescript-hooks.js', import.meta.url));
  ready = true;
}
