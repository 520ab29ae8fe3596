/**
 * How fast the language answers, for `npm run bench:language` (after `npm run build`):
 * `prorl check` of the quickstart in a new process; a program of 10,000 lines, each time parsed and
 * made into graph and tests anew, in a warm process; and what an editor waits for after each of 500
 * keystrokes anywhere in a program of 1,000 lines, from sending the change to having the diagnostics,
 * through the real server, its waiting for further keystrokes (1 ms) included. `--short`: a few of each, to see that
 * it runs.
 */
import type * as Compiler from './compiler.ts';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { randomStream } from '../runtime/control/random.ts';
import { packageRoot } from '../runtime/package-root.ts';
import { keystrokes } from './keystrokes.ts';
import { program } from './language-program.ts';

const main = join(packageRoot, 'dist/runtime/cli/main.js');
if (!existsSync(main)) throw new Error('this measures what is installed: npm run build');

const short = process.argv.includes('--short');
const rounds = short ? 2 : 10;
const at = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const say = (what: string, values: number[], target: number): void => {
  const [middle, high] = [at(values, 0.5), at(values, 0.95)];
  console.log(
    `${what.padEnd(58)} median ${middle.toFixed(0)} ms, p95 ${high.toFixed(0)} ms (target ${target} ms)`,
  );
};
const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

say(
  'prorl check of the quickstart, new process',
  Array.from({ length: rounds }, () =>
    timed(() =>
      execFileSync(process.execPath, [main, 'check', 'pipelines/quickstart.prorl'], {
        cwd: packageRoot,
        stdio: 'ignore',
      }),
    ),
  ),
  400,
);

// Bundled as the build does it: what tsx adds to every function would be measured too.
const outfile = join(packageRoot, 'bench-out', 'compiler.js');
await build({
  entryPoints: [join(import.meta.dirname, 'compiler.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
});
const { compile, ParseCache, fileWorkspace } = (await import(pathToFileURL(outfile).href)) as typeof Compiler;

const entry = join(packageRoot, 'pipelines/bench.prorl');
const long = program(10_000);
const workspace = {
  ...fileWorkspace,
  read: (file: string) => (file === entry ? { text: long } : fileWorkspace.read(file)),
};
const cold = () => compile(entry, workspace);
for (let i = 0; i < 3; i++) cold();
say(
  '10,000 lines, warm process, graph and tests made',
  Array.from({ length: rounds }, () => timed(cold)),
  500,
);
const cache = new ParseCache();
const looked = () => compile(entry, workspace, { parse: cache.parse, lower: false });
for (let i = 0; i < 3; i++) looked();
say(
  '10,000 lines, warm process, unchanged, diagnostics only',
  Array.from({ length: rounds }, () => timed(looked)),
  500,
);

const server = spawn(process.execPath, [main, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let heard: (version: number) => void = () => undefined;
connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) =>
  heard(version),
);
connection.listen();
await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
const uri = pathToFileURL(entry).href;
let text = program(1_000);
let version = 1;
const answered = (): Promise<void> =>
  new Promise((resolve) => (heard = (seen) => seen === version && resolve()));
const opened = answered();
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'prorl', version, text },
});
await opened;
const warming = short ? 10 : 100;
const times: number[] = [];
const worst = new Map<string, number>();
const place = (offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};
const random = randomStream(17, 'keystrokes');
const keys = keystrokes(text, warming + (short ? 40 : 500), (end) => random.int(0, end - 1));
for (const [i, { what, offset, removed, text: added }] of keys.entries()) {
  const range = { start: place(offset), end: place(offset + removed) };
  text = text.slice(0, offset) + added + text.slice(offset + removed);
  version += 1;
  const done = answered();
  const began = performance.now();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text: added }],
  });
  await done;
  const took = performance.now() - began;
  if (i >= warming) {
    times.push(took);
    worst.set(what, Math.max(worst.get(what) ?? 0, took));
  }
  // Nobody types faster than that.
  await new Promise((resolve) => setTimeout(resolve, 30));
}
say('diagnostics after a keystroke in 1,000 lines', times, 50);
for (const [what, took] of worst) console.log(`  longest for ${what}: ${took.toFixed(0)} ms`);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
