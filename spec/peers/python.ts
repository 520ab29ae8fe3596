import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

/** The Python of the environment that `npm run python-env` makes. */
export const python = join(import.meta.dirname, '../../.venv-peers/bin/python');

const missing = 'The Python environment of the peers is not there: `npm run python-env` makes it.';

/**
 * A suite beside other people's software: skipped, saying why, where the environment has not been made. (`.ci/run`
 * makes it, and counts suites of which no test ran as a failure.)
 */
export function describePeers(title: string, body: (this: Mocha.Suite) => void): void {
  if (existsSync(python)) describe(title, body);
  else describe.skip(`${title} (skipped: ${missing})`, body);
}

/** Where the environment keeps its packages. Fails where it has not been made. */
export async function sitePackages(): Promise<string> {
  requirePython();
  const script = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
  return (await execa(python, ['-c', script])).stdout.trim();
}

/** Runs a script of spec/peers in the environment and gives what it prints. Fails where it has not been made. */
export async function runPython(script: string, args: readonly string[], input = ''): Promise<string> {
  requirePython();
  // Models of a few kilobytes gain nothing by threads, and lose much where threads outnumber cores.
  const env = { OMP_NUM_THREADS: '2', HF_HUB_OFFLINE: '1', TOKENIZERS_PARALLELISM: 'false' };
  const { stdout } = await execa(python, [join(import.meta.dirname, script), ...args], {
    input,
    env,
    maxBuffer: 1 << 30,
  });
  return stdout;
}

function requirePython(): void {
  if (!existsSync(python)) assert.fail(missing);
}
