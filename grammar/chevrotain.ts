import type * as Package from 'chevrotain';

type Chevrotain = typeof Package;

/**
 * Chevrotain, from the one-file build that its package ships. The package's entry point loads
 * hundreds of small files (all of lodash-es), which costs a cold start some 300 ms; this build
 * costs 20. Where it is not there, the entry point serves.
 */
async function load(): Promise<Chevrotain> {
  try {
    const build = new URL('../chevrotain.min.mjs', import.meta.resolve('chevrotain'));
    return (await import(build.href)) as Chevrotain;
  } catch {
    return import('chevrotain');
  }
}

const chevrotain = await load();

export const {
  createToken,
  createTokenInstance,
  CstParser,
  EOF,
  Lexer,
  LLkLookaheadStrategy,
  MismatchedTokenException,
  tokenLabel,
  tokenMatcher,
} = chevrotain;
