import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Chevrotain's values, from the single file that its package ships beside its modules. Its entry loads more
 * than 600 modules of lodash one by one, which takes longer than everything else that `prorl check` does.
 * The package does not export that file by a name of its own, hence the path.
 */
const entry = createRequire(import.meta.url).resolve('chevrotain');
const bundle = join(dirname(entry), '..', 'chevrotain.min.mjs');

const chevrotain: typeof import('chevrotain') = existsSync(bundle)
  ? await import(pathToFileURL(bundle).href)
  : await import('chevrotain');

export const {
  CstParser,
  EOF,
  Lexer,
  MismatchedTokenException,
  createToken,
  createTokenInstance,
  tokenLabel,
  tokenMatcher,
} = chevrotain;
