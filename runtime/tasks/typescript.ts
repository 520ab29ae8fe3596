import { register } from 'node:module';
import { fromSource, ownModule } from '../own-modules.ts';

/** Under tsx, which runs prorl from its source, there is nothing to do. */
let ready = fromSource;

/**
 * Lets this process import modules of TypeScript. Later versions of Node take types away themselves, but take a file for
 * CommonJS where a package.json says so, as the one of `npm init` does: one hook does the same on all of them.
 */
export function readTypeScript(): void {
  if (ready) return;
  register(ownModule('runtime/tasks/typescript-hooks'));
  ready = true;
}
